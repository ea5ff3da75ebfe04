using System.Buffers;
using System.Text.RegularExpressions;

namespace CityLoom.Reading.Cleaning;

/// <summary>
/// Finds the paragraphs again where a page put them all on one line with spaces between. A wide gap parts paragraphs; a single
/// space does after the end of a sentence, before a numbered heading, and by the rules of a document's head.
/// </summary>
internal static partial class FlattenedLine
{
    private const int HeadingLength = 40;
    private const int NamesAround = 60;

    private static readonly SearchValues<char> WhiteSpace =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit).Where(char.IsWhiteSpace)]);

    public static void Split(string text, Line line, List<Line> into)
    {
        var start = line.Start;
        var inHead = true;
        for (var i = NextGap(text, line.Start, line.End); i < line.End; i = NextGap(text, i + 1, line.End))
        {
            var gap = new Line(i, i + 1);
            while (char.IsWhiteSpace(text[gap.End]))
            {
                gap = gap with { End = gap.End + 1 };
            }
            var piece = text.AsSpan(start, gap.Start - start);
            inHead = inHead && !piece.Contains('。');
            if (Parts(text, gap, piece, text.AsSpan(gap.End, line.End - gap.End), inHead))
            {
                into.Add(new Line(start, gap.Start));
                start = gap.End;
            }
            i = gap.End - 1;
        }
        into.Add(new Line(start, line.End));
    }

    private static int NextGap(string text, int from, int end)
    {
        var found = from < end ? text.AsSpan(from, end - from).IndexOfAny(WhiteSpace) : -1;
        return found < 0 ? end : from + found;
    }

    private static bool Parts(string text, Line gap, ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool inHead)
    {
        if (gap.Length > 1 || text[gap.Start] == '\u3000')
        {
            return !char.IsAsciiLetterOrDigit(before[^1]) || !char.IsAsciiLetterOrDigit(after[0]);
        }
        if (InsideName(before, after))
        {
            return false;
        }
        return EndsParagraph(before) || (!inHead && IsTitleOrDate(before)) || BeginsParagraph().IsMatch(Window(after)) || (inHead && PartsInHead(before, after));
    }

    /// <summary>《甲 乙》 and “甲 乙” hold their space.</summary>
    private static bool InsideName(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var tail = before[Math.Max(0, before.Length - NamesAround)..];
        var head = after[..Math.Min(after.Length, NamesAround)];
        return Open(tail, head, '《', '》') || Open(tail, head, '“', '”') || Open(tail, head, '（', '）') || Open(tail, head, '(', ')');
    }

    private static bool Open(ReadOnlySpan<char> tail, ReadOnlySpan<char> head, char open, char close) =>
        tail.LastIndexOf(open) > tail.LastIndexOf(close) && head.IndexOf(close) is >= 0 and var end && head[..end].IndexOf(open) < 0;

    private static bool EndsParagraph(ReadOnlySpan<char> before) =>
        Characters.EndsSentence(before[^1]) || before[^1] is '：' or ':' or '；' or ';'
        || (before.Length > 1 && before[^1] is '）' or '”' or ')' or '"' && Characters.EndsSentence(before[^2]))
        || (before.Length < HeadingLength && NumberedHeading().IsMatch(before) && before.IndexOfAny("。，；") < 0)
        || EndsWithOwners().IsMatch(before[Math.Max(0, before.Length - NamesAround)..]);

    /// <summary>After the head, the date of a signature or the title of what is enclosed.</summary>
    private static bool IsTitleOrDate(ReadOnlySpan<char> before) =>
        before.Length < HeadingLength * 2 && before.IndexOfAny("。，；") < 0 && EndsEnclosedTitle().IsMatch(before);

    /// <summary>In the head each part of an official document stands alone; the two halves of a headline stay together.</summary>
    private static bool PartsInHead(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var gap = after.IndexOf(' ');
        var next = gap < 0 ? after : after[..gap];
        return next.IndexOfAny("。，：") >= 0 || EndsOfficialPart().IsMatch(before) || BeginsOfficialPart().IsMatch(next);
    }

    private static ReadOnlySpan<char> Window(ReadOnlySpan<char> after) => after[..Math.Min(after.Length, NamesAround)];

    [GeneratedRegex(@"^(?:[（(]?[一二三四五六七八九十百]{1,4}[)）、.．]|[（(]?\d{1,2}[)）、．.](?!\d)|第[一二三四五六七八九十百零\d]{1,5}[章节条部]|附件?[:：\d]|"
        + @"[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日(?:\s|$|（)|（此件|[（(](?:责编|责任|编辑|记者|来源)|"
        + @"[^，。；\s]{0,14}(?:本报|日报|晚报|时报|报社|网|台|社|站|融媒体?|客户端)[^，。；\s]{0,12}(?:讯|电|消息)(?:[（(\s]|$)|"
        + @"(?:责任编辑|编辑|责编|来源|作者|记者|发布时间|上一篇|下一篇|版权所有)\s?[:：])")]
    private static partial Regex BeginsParagraph();

    [GeneratedRegex(@"^(?:[（(]?[一二三四五六七八九十百]{1,4}[)）、.．]|[（(]?\d{1,2}[)）、．.]|第[一二三四五六七八九十百零\d]{1,5}[章节条部]).{2}")]
    private static partial Regex NumberedHeading();

    [GeneratedRegex(@"[（(](?:牵头|责任|配合|主办|承办|市|区|县|省)[^（）()。]*[）)]$")]
    private static partial Regex EndsWithOwners();

    [GeneratedRegex(@"(?:意见|方案|办法|措施|细则|规定|规划|计划|要点|条例|^\d{4}年\d{1,2}月\d{1,2}日)$")]
    private static partial Regex EndsEnclosedTitle();

    [GeneratedRegex(@"(?:通知|通告|公告|意见|决定|决议|批复|政府|办公[室厅]|委员会|指挥部|号)$")]
    private static partial Regex EndsOfficialPart();

    [GeneratedRegex(@"^(?:关于|各|[^ ]{1,12}[〔\[【(（]20\d\d[〕\]】)）])|讯$|电$")]
    private static partial Regex BeginsOfficialPart();
}
