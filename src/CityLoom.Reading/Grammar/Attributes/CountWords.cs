namespace CityLoom.Reading.Grammar;

/// <summary>Counts in Chinese numerals: 六大产业, 两张名片, 一批实事.</summary>
internal static class CountWords
{
    private const string Counts = "一两三四五六七八九十";
    private const string Measures = "个大项条张支篇类种批座所级件系";

    public static bool StartsAt(ReadOnlySpan<char> text) =>
        text.Length > 3 && Counts.Contains(text[0], StringComparison.Ordinal) && Measures.Contains(text[1], StringComparison.Ordinal)
            && Stops.IsHan(text[2])
        && text[2] is not ('程' or '事' or '局' or '体' or '面');
}
