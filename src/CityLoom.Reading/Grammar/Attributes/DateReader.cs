namespace CityLoom.Reading.Grammar;

/// <summary>Reads a calendar date at a place in a text.</summary>
internal static class DateReader
{
    /// <summary>True for a line that is nothing but a date: 2020年2月9日.</summary>
    public static bool IsWholeDate(ReadOnlySpan<char> line) =>
        TryRead(line, out var date) && date.Day > 0 && date.Year > 0 && line.Length <= date.Length + 3;

    /// <summary>Reads 2020年6月28日, 6月28日, 2020年6月, 2020年, 6月 at the start; parts that are missing are 0.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out WrittenDate date)
    {
        date = default;
        var at = 0;
        var year = Part(text, ref at, '年', 4);
        var month = Part(text, ref at, '月', 2);
        var day = month > 0 ? Part(text, ref at, '日', 2) : 0;
        date = new WrittenDate(year, month, day, at);
        return at > 0 && (year == 0 || year is > 1900 and < 2200) && month <= 12 && day <= 31;
    }

    private static int Part(ReadOnlySpan<char> text, ref int at, char mark, int digits)
    {
        var from = at;
        while (from < text.Length && text[from] == ' ')
        {
            from++;
        }
        int value = 0, end = from;
        while (end < text.Length && end - from < digits && (char.IsAsciiDigit(text[end]) || text[end] is >= '０' and <= '９'))
        {
            value = (value * 10) + (text[end] & 0xF);
            end++;
        }
        if (end == from || (mark == '年' && end - from < 4) || end >= text.Length || text[end] != mark)
        {
            return 0;
        }
        at = end + 1;
        return value;
    }
}
