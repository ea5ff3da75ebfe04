using System.Buffers;

namespace CityLoom.Reading.Cleaning;

/// <summary>Cuts a text into its lines; where a page has put all paragraphs on one line, finds them again.</summary>
internal static class LineBreaks
{
    /// <summary>A line longer than this that makes up most of a text is several paragraphs on one line.</summary>
    private const int LongLine = 400;

    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    public static List<Line> Split(string text)
    {
        var lines = HardBreaks(text);
        var longest = lines.Count == 0 ? 0 : lines.Max(line => line.Length);
        var flattened = longest > LongLine && longest > text.Length * 0.6;
        List<Line> split = [];
        foreach (var line in lines)
        {
            if (flattened && line.Length > LongLine)
            {
                FlattenedLine.Split(text, line, split);
            }
            else
            {
                SplitAtIndents(text, line, split);
            }
        }
        return split;
    }

    private static List<Line> HardBreaks(string text)
    {
        List<Line> lines = [];
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(Breaks);
            var end = length < 0 ? text.Length : start + length;
            if (Line.Trimmed(text, start, end) is { Length: > 0 } line)
            {
                lines.Add(line);
            }
            start = end + 1;
        }
        return lines;
    }

    /// <summary>An indent in the middle of a line, after the end of a sentence, was a paragraph's.</summary>
    private static void SplitAtIndents(string text, Line line, List<Line> into)
    {
        var start = line.Start;
        for (var at = start; text.AsSpan(at, line.End - at).IndexOf("\u3000\u3000") is >= 0 and var found;)
        {
            at += found;
            if (text.AsSpan(start, at - start).TrimEnd() is [.., '。' or '：' or '！' or '；' or ':'])
            {
                into.Add(Line.Trimmed(text, start, at));
                start = at;
            }
            at += 2;
        }
        into.Add(Line.Trimmed(text, start, line.End));
    }
}
