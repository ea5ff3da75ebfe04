using System.Globalization;
using System.Text.RegularExpressions;

namespace CityLoom.Reading.Grammar;

/// <summary>Reads the numbers that one can be held to: comparator, value, unit. Dates, names and document numbers are no quantities.</summary>
internal static partial class QuantityReader
{
    private const int FarthestComparator = 6;
    private const int LongestPhrase = 16;

    private static readonly WordSet RankWords = new("领先", "前列", "争先进位", "前茅", "第一方阵", "首位", "上游");

    private static readonly string[] Scales = ["万亿", "亿", "万", "千", "百"];


    public static List<Quantity> Read(Draft draft, int start, int end)
    {
        var text = draft.Text;
        var found = new List<Quantity>();
        // The counts of a breakdown (其中：…) are parts of the number before them.
        var breakdown = draft.Slice(start, end).IndexOf("其中：");
        end = breakdown > 0 ? start + breakdown : end;
        for (var at = start; at < end;)
        {
            if (text[at] is '《' or '〔' or '“' && draft.Mates[at] > at && draft.Mates[at] < end)
            {
                at = draft.Mates[at] + 1;
            }
            else if (IsDigit(text[at]) && !Continues(text, at, start))
            {
                at = Number(draft, start, at, end, found);
            }
            else
            {
                at = Phrase(draft, start, at, end, found);
            }
        }
        AddNamed(draft.Slice(start, end), found);
        return found;
    }

    // 在全省保持领先 is a rank; 百亿产业集群 is a size.
    private static void AddNamed(Phrase phrase, List<Quantity> found)
    {
        var ranked = phrase.IndexOf('在') is >= 0 and var at && RankWords.IsIn(phrase[at..]);
        var sized = phrase.Contains('亿');
        if (!ranked && !sized)
        {
            return;
        }
        var words = phrase.ToString();
        if (ranked && Rank().Match(words) is { Success: true } rank)
        {
            found.Add(new Quantity(words[..rank.Index], Comparator.Rank, QuantityValue.Of(rank.Groups[2].Value), rank.Groups[1].Value,
                rank.Value));
        }
        if (sized && Size().Match(words) is { Success: true } size)
        {
            var value = size.ValueSpan[0] switch { '百' => 100, '千' => 1000, _ => 10000 };
            found.Add(new Quantity(size.Groups[1].Value, Comparator.AtLeast, QuantityValue.Of(value), "亿", size.Value));
        }
    }

    [GeneratedRegex("在(\\p{IsCJKUnifiedIdeographs}{2,10}?)(?:中|内)?(?:保持|位居|处于|进入|名列|走在)?(领先|前列|争先进位|前茅|第一方阵|首位|上游)")]
    private static partial Regex Rank();

    [GeneratedRegex("[百千万]亿级?((?:产业|企业|园区|集群)+)")]
    private static partial Regex Size();

    private static int Number(Draft draft, int start, int at, int end, List<Quantity> found)
    {
        var text = draft.Text;
        var stop = NumberEnd(text, at, end);
        decimal low = Value(text, at, stop), high = low;
        var isRange = stop + 1 < end && text[stop] is '-' or '—' or '－' or '~' or '～' or '至' or '到' or '–' && IsDigit(text[stop + 1]);
        var next = stop;
        if (isRange)
        {
            next = NumberEnd(text, stop + 1, end);
            high = Value(text, stop + 1, next);
        }
        var more = next < end && text[next] is '余' or '多' ? 1 : 0;
        next += more;
        var unit = UnitLength(draft.Slice(next, end));
        if (unit == 0 || IsNoQuantity(text, start, at, next, unit, end) || Qualifies(draft.Slice(next, end), unit))
        {
            return next;
        }
        var after = next + unit;
        var (comparator, from, to) = Compare(draft, start, at, after, end);
        var value = isRange && high > low ? QuantityValue.Between(low, high) : QuantityValue.Of(low);
        comparator = isRange && high > low ? Comparator.Range : more > 0 && comparator == Comparator.Equal ? Comparator.Above : comparator;
        found.Add(new Quantity(Indicator(text, start, from, to, end), comparator, value, text.Substring(next, unit), text[from..to]));
        return after;
    }

    // A known unit, one with 万 or 亿 before it, one per another: 2万株, 200元/亩.
    private static int UnitLength(Phrase text)
    {
        var length = text.TryLongest(WordClass.Unit, out var unit) ? unit.Length : 0;
        foreach (var scale in Scales)
        {
            if (text.StartsWith(scale) && text[scale.Length..].TryLongest(WordClass.Unit, out var scaled))
            {
                length = Math.Max(length, scale.Length + scaled.Length);
            }
        }
        return length > 0 && length + 1 < text.Length && text[length] is '/' or '／'
            && text[(length + 1)..].TryLongest(WordClass.Unit, out var per) ? length + 1 + per.Length : length;
    }

    // 65岁以上老年人, 24小时值班, 100米范围内: the number says of whom, when or where, not how much.
    private static bool Qualifies(Phrase text, int unit)
    {
        var rest = text[unit..];
        return text[..unit].Span switch
        {
            "岁" => (rest.StartsWith("以上") || rest.StartsWith("以下") || rest.StartsWith("及以上")) && rest.Length > 3,
            "小时" => !rest.IsEmpty && rest[0] is '值' or '服' or '不' or '在' or '监' or '巡' or '营' or '自' or '轮' or '热',
            "米" or "公里" or "千米" => rest.StartsWith("范围") || rest.StartsWith("半径"),
            _ => false,
        };
    }

    private static (Comparator Comparator, int From, int To) Compare(Draft draft, int start, int at, int after, int end)
    {
        var rest = draft.Slice(after, end);
        if (rest.TryLongest(WordClass.AfterLeast | WordClass.AfterMost, out var bound))
        {
            return (bound.Is(WordClass.AfterLeast) ? Comparator.AtLeast : Comparator.AtMost, at, after + bound.Length);
        }
        if (rest.StartsWith("左右"))
        {
            return (Comparator.About, at, after + 2);
        }
        if (Caps(draft.Slice(start, at)))
        {
            return (Comparator.AtMost, at, after);
        }
        for (var length = 1; length <= FarthestComparator && at - length >= start; length++)
        {
            var before = draft.Slice(at - length, at);
            if (before.TryLongest(WordClass.Comparator, out var word)
                && (word.Length == length || (word.Length < length && word.Length > 1 && length - word.Length <= (before[0] is '最' or '至' ? FarthestComparator - 2 : 2)))
                && !Longer(draft, start, at - length))
            {
                return (Of(word), at - length, after);
            }
        }
        return (Comparator.Equal, at, after);
    }

    // 最高可达, 最高给予: the highest that is given.
    private static bool Caps(Phrase before)
    {
        before = before[Math.Max(0, before.Length - FarthestComparator)..];
        before = before[(before.LastIndexOfAny("，,、；。") + 1)..];
        return before.IndexOf("最高") >= 0 || before.IndexOf("最多") >= 0 || before.IndexOf("至多") >= 0;
    }

    // 不超过 must not be read as 超过.
    private static bool Longer(Draft draft, int start, int from) =>
        from > start && draft.Slice(from - 1, Math.Min(from + 3, draft.Text.Length)).TryLongest(WordClass.Comparator, out var word)
            && word.Length > 1
        && draft.Text[from - 1] is '不' or '最' or '至';

    private static Comparator Of(Word word) =>
        word.Is(WordClass.AtLeast) ? Comparator.AtLeast
        : word.Is(WordClass.AtMost) ? Comparator.AtMost
        : word.Is(WordClass.More) ? Comparator.Above
        : word.Is(WordClass.Less) ? Comparator.Below : Comparator.About;

    // 不低于上年同期水平: a level to compare with instead of a number.
    private static int Phrase(Draft draft, int start, int at, int end, List<Quantity> found)
    {
        var text = draft.Text;
        var rest = draft.Slice(at, end);
        if (rest[0] != '不' || !rest.TryLongest(WordClass.Comparator, out var word))
        {
            return at + 1;
        }
        var from = at + word.Length;
        var to = from;
        while (to < end && Stops.IsHan(text[to]))
        {
            to++;
        }
        var level = draft.Slice(from, to);
        if (level.Length is >= 3 and <= LongestPhrase && (to == end || !IsDigit(text[to])) && IsLevel(level))
        {
            found.Add(new Quantity(Indicator(text, start, at, to, end), Of(word), QuantityValue.Of(level.ToString()), "", text[at..to]));
        }
        return from;
    }

    private static bool IsLevel(Phrase level) =>
        level.IndexOf("上年") >= 0 || level.IndexOf("同期") >= 0 || level.IndexOf("平均") >= 0 || level.IndexOf("去年") >= 0
            || level.IndexOf("增速") >= 0
        || level.IndexOf("水平") >= 0;

    private static bool IsNoQuantity(string text, int start, int at, int next, int unit, int end)
    {
        var first = text[next];
        var isYear = first == '年' && (next - at == 4 || (next - at > 8 && IsDigit(text[at + 3]) && !IsDigit(text[at + 4])) || (next + 1 < end && text[next + 1] is '内' or '底' or '前' or '度' or '来'));
        var isDate = (first is '月' && unit == 1) || (first is '日' && at > start && text[at - 1] is '月' or '至' or '-')
            || (first is '日' or '号' && next + unit < end && text[next + unit] is '前');
        var isWithin = IsInside(text.AsSpan(next + unit, end - next - unit)) && text.AsSpan(next, unit).IndexOfAny("月日天周时") >= 0;
        var isSpan = IsTime(text.AsSpan(next + unit, end - next - unit));
        return isYear || isDate || isWithin || isSpan || (at > start && text[at - 1] is '第' or '〔' or '.' or ':' or '：');
    }

    private static bool IsInside(ReadOnlySpan<char> after) => after is ['内', ..] or ['以' or '之', '内', ..];

    // 3年左右时间, 两个月的努力: how long it takes.
    private static bool IsTime(ReadOnlySpan<char> after)
    {
        after = after.StartsWith("左右") ? after[2..] : after;
        after = after.TrimStart('的');
        return after.StartsWith("时间") || after.StartsWith("努力");
    }

    // What is counted: the words after the number, or those before it when nothing follows.
    private static string Indicator(string text, int start, int from, int to, int end)
    {
        var after = to;
        while (after < end && Stops.IsHan(text[after]) && after - to < LongestPhrase)
        {
            after++;
        }
        if (after - to > 1)
        {
            return text[to..after];
        }
        var before = from;
        while (before > start && Stops.IsHan(text[before - 1]) && from - before < LongestPhrase)
        {
            before--;
        }
        return text[before..from];
    }

    private static bool Continues(string text, int at, int start) => at > start && char.IsAsciiLetterOrDigit(text[at - 1]);

    private static bool IsDigit(char letter) => char.IsAsciiDigit(letter) || letter is >= '０' and <= '９';

    private static int NumberEnd(string text, int at, int end)
    {
        while (at < end && (IsDigit(text[at]) || (text[at] is '.' or '．' or ',' && at + 1 < end && IsDigit(text[at + 1]))))
        {
            at++;
        }
        return at;
    }

    private static decimal Value(string text, int from, int to)
    {
        var plain = string.Create(to - from, (text, from), static (span, source) =>
        {
            for (var at = 0; at < span.Length; at++)
            {
                var letter = source.text[source.from + at];
                span[at] = letter is >= '０' and <= '９' ? (char)(letter - '０' + '0') : letter == '．' ? '.' : letter;
            }
        });
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture,
            out var value) ? value : 0;
    }
}
