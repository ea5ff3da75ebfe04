using System.Text.RegularExpressions;

namespace CityLoom.Reading.Sources;

/// <summary>
/// Joins the printed lines of a page to paragraphs: a full line goes on in the next, unless that begins with a number, an indent
/// or a title's form. Page numbers and form feeds go.
/// </summary>
internal static partial class WrappedLines
{
    private const double FullShare = 0.85;
    private const int LongestWidth = 90;

    public static TracedText Join(TracedText printed)
    {
        var text = printed.Text;
        var lines = Lines(text);
        var full = Width(lines) * FullShare;
        var built = new TracedTextBuilder(text.Length);
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, end) = lines[i];
            built.Append(printed, start, end);
            var last = i + 1 == lines.Count;
            if (!last && !(end - start >= full && GoesOn(text[end - 1], text.AsSpan(lines[i + 1].Start, lines[i + 1].End - lines[i + 1].Start))))
            {
                built.Append('\n', printed.SourceOffset(end));
            }
        }
        return built.Build();
    }

    /// <summary>True where most lines are about equally long, so that their breaks are the printer's and not the author's.</summary>
    public static bool AreWrapped(string text)
    {
        if (text.Length > (text.AsSpan().Count('\n') + 1L) * LongestWidth)
        {
            return false;
        }
        var lines = Lines(text);
        var width = Width(lines);
        return lines.Count >= 8 && width is >= 20 and <= LongestWidth
            && lines.Count(line => line.End - line.Start >= width * FullShare && !Characters.EndsSentence(text[line.End - 1])) >= lines.Count * 0.5;
    }

    private static List<(int Start, int End)> Lines(string text)
    {
        List<(int, int)> lines = [];
        var at = 0;
        foreach (var range in text.AsSpan().SplitAny('\n', '\f', '\r'))
        {
            var (offset, length) = range.GetOffsetAndLength(text.Length);
            at = offset;
            var end = offset + length;
            while (end > at && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }
            if (end > at && !string.IsNullOrWhiteSpace(text[at..end]) && !PageNumber().IsMatch(text.AsSpan(at, end - at)))
            {
                lines.Add((at, end));
            }
        }
        return lines;
    }

    /// <summary>The width of a full line: the ninth of ten lines in order of length.</summary>
    private static int Width(List<(int Start, int End)> lines)
    {
        var lengths = lines.Select(line => line.End - line.Start).Order().ToArray();
        return lengths.Length == 0 ? 0 : lengths[lengths.Length * 9 / 10 is var ninth && ninth < lengths.Length ? ninth : ^1];
    }

    private static bool GoesOn(char last, ReadOnlySpan<char> next) =>
        last is not ('：' or ':') && !char.IsWhiteSpace(next[0]) && !Begins().IsMatch(next);

    [GeneratedRegex(@"^\s*(?:[-—–－]\s*)?\d{1,4}(?:\s*[-—–－])?\s*$|^\s*第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?\s*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、．.]|[（(]?\d{1,2}[)）、．.](?!\d)|第[一二三四五六七八九十百零\d]{1,5}[章节条]|附件)")]
    private static partial Regex Begins();
}
