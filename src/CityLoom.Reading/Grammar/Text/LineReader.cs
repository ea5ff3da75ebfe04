namespace CityLoom.Reading.Grammar;

/// <summary>Tells title, number, addressees, headings, body, owner notes, signature and date apart.</summary>
internal static class LineReader
{
    private const int LongestHeading = 46;
    private const int LongestTitle = 120;
    private const int LongestBoldHeading = 34;

    public static List<Line> Read(LexedText lexed, int[] mates)
    {
        var text = lexed.Text;
        var lines = new List<Line>();
        var (early, headed) = (true, false);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var (from, to) = Trimmed(text, start, end);
            if (from < to)
            {
                lines.Add(Classify(lexed, mates, from, to, early, lines.Count));
                headed |= lines[^1] is { Kind: LineKind.Heading, Level: > 0 };
                lines[^1] = lines[^1] with { InItem = headed || lines[^1].Level > 0 };
                early &= lines[^1].Kind is LineKind.Title or LineKind.Number or LineKind.Signature or LineKind.Date;
            }
            start = end + 1;
        }
        return lines;
    }

    private static (int Start, int End) Trimmed(string text, int start, int end)
    {
        while (start < end && Stops.IsBlank(text[start]))
        {
            start++;
        }
        while (end > start && Stops.IsBlank(text[end - 1]))
        {
            end--;
        }
        return (start, end);
    }

    private static Line Classify(LexedText lexed, int[] mates, int start, int end, bool early, int before)
    {
        var span = lexed.Between(start, end);
        var number = ItemNumbers.Length(span, out var level);
        if (number > 0)
        {
            return Numbered(lexed.Text, mates, start, end, start + number, level);
        }
        var kind = Unnumbered(span, early, before);
        var heading = kind == LineKind.Heading ? start..end : default;
        return new Line(start, end, kind, kind == LineKind.Heading ? 1 : 0, start, heading, false);
    }

    private static LineKind Unnumbered(Phrase span, bool early, int before)
    {
        if (span.StartsWith("附件") || span.StartsWith("附：") || span.StartsWith("附:") || span.StartsWith("（此件"))
        {
            return LineKind.Attachment;
        }
        if (OwnerNotes.IsNote(span))
        {
            return LineKind.OwnerNote;
        }
        var plain = span.IndexOfAny("。；;！") < 0;
        if (plain && span.Length < 40 && span[^1] == '号' && span.IndexOfAny("〔［[（(") > 0)
        {
            return LineKind.Number;
        }
        if (plain && DateReader.IsWholeDate(span))
        {
            return LineKind.Date;
        }
        return plain ? Unpunctuated(span, early, before) : LineKind.Body;
    }

    private static LineKind Unpunctuated(Phrase span, bool early, int before)
    {
        if (span[^1] is '：' or ':')
        {
            return span.Length < LongestTitle && (early || before < 8) && Addresses(span) ? LineKind.Addressees : LineKind.Body;
        }
        if (span.Length < 30 && BodyNames.Length(span) == span.Length)
        {
            return LineKind.Signature;
        }
        if (early || IsSecondTitle(span))
        {
            return span.Length < LongestTitle && span.IndexOfAny("，,") < 0 | span.Length < 60 ? LineKind.Title : LineKind.Body;
        }
        return span.Length <= LongestHeading && span.IndexOfAny("，,：:") < 0
            && !DateReader.TryRead(span, out _) ? LineKind.Heading : LineKind.Body;
    }

    private static bool Addresses(Phrase span) => span[0] == '各' || span.IndexOf('各') >= 0 || BodyNames.Length(span) > 0;

    private static bool IsSecondTitle(Phrase span) =>
        EndsAsTitle(span.IndexOf('（') is > 6 and var open && span[^1] == '）' ? span[..open] : span);

    private static bool EndsAsTitle(Phrase span) =>
        span.Length is > 8 and < 80 && span.IndexOfAny("，,") < 0
        && (span.EndsWith("方案") || span.EndsWith("措施") || span.EndsWith("意见") || span.EndsWith("办法") || span.EndsWith("决议")
            || span.EndsWith("的通知") || span.EndsWith("决定") || span.EndsWith("细则") || span.EndsWith("规划") || span.EndsWith("计划"));

    private static Line Numbered(string text, int[] mates, int start, int end, int from, int level)
    {
        while (from < end && Stops.IsBlank(text[from]))
        {
            from++;
        }
        var first = FirstStop(text, mates, from, end);
        var plain = text.AsSpan(from, end - from).IndexOfAny("。；;") < 0;
        if (plain && end - from <= LongestHeading && text[end - 1] is not ('：' or ':'))
        {
            return new Line(start, end, LineKind.Heading, level, end, from..end, true);
        }
        if (first < 0 || first - from > LongestBoldHeading || first + 1 >= end || OnlyNoteAfter(text, mates, first + 1, end))
        {
            return new Line(start, end, LineKind.Body, level, from, default, true);
        }
        return new Line(start, end, LineKind.Body, level, first + 1, from..first, true);
    }

    private static bool OnlyNoteAfter(string text, int[] mates, int at, int end) =>
        text[at] is '（' or '(' && mates[at] >= end - 2;

    private static int FirstStop(string text, int[] mates, int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (mates[at] > at && mates[at] < end)
            {
                at = mates[at];
            }
            else if (text[at] is '。' or '.' or '：' or ':' or '；' && Stops.IsStop(text, at, end))
            {
                return text[at] is '；' ? -1 : at;
            }
        }
        return -1;
    }
}
