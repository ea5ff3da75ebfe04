using System.Buffers;

namespace CityLoom.Reading.Cleaning;

/// <summary>
/// Removes the readings that some mirrors put after characters, 實(shí). Inside one document a character is decorated always or
/// never and the decorated ones differ between documents, so the form decides and no list of characters.
/// </summary>
internal static class PinyinDebris
{
    private const string Tones = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u030C";
    private const int LongestReading = 6;

    /// <summary>One such bracket may be an author's note; three are debris.</summary>
    private const int FewestInDocument = 3;

    private static readonly SearchValues<char> Toned = SearchValues.Create(Tones);
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzüɡɑ\u0308" + Tones);

    public static TracedText Remove(TracedText text)
    {
        var found = text.Text.AsSpan().ContainsAny(Toned) ? Find(text.Text) : [];
        if (found.Count < FewestInDocument)
        {
            return text;
        }
        var built = new TracedTextBuilder(text.Text.Length);
        var kept = 0;
        foreach (var (start, end) in found)
        {
            built.Append(text, kept, start);
            kept = end;
        }
        built.Append(text, kept, text.Text.Length);
        return built.Build();
    }

    private static List<(int Start, int End)> Find(string text)
    {
        List<(int, int)> found = [];
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is '(' or '（' && Characters.IsHan(text[i - 1]) && Length(text.AsSpan(i)) is > 0 and var length)
            {
                found.Add((i, i + length));
                i += length - 1;
            }
        }
        return found;
    }

    /// <summary>Length of the bracketed reading at the beginning of <paramref name="text"/>, 0 where there is none.</summary>
    private static int Length(ReadOnlySpan<char> text)
    {
        var window = text[1..Math.Min(text.Length, LongestReading + 4)];
        var letters = window.IndexOfAnyExcept(Letters);
        if (letters is < 1 or > LongestReading || !window[..letters].ContainsAny(Toned))
        {
            return 0;
        }
        var close = window[letters..].TrimStart();
        return close.Length > 0 && close[0] is ')' or '）' ? 1 + window.Length - close.Length + 1 : 0;
    }
}
