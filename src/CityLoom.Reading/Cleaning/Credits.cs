using System.Buffers;
using System.Text.RegularExpressions;

namespace CityLoom.Reading.Cleaning;

/// <summary>Takes away the credits of a newsroom: lines at the edges, and brackets or labels at the end of the last paragraph.</summary>
internal static partial class Credits
{
    private const int LongestLine = 120;
    private const int LongestLabel = 12;

    /// <summary>One of these is in every form of <see cref="NamedStaff"/>.</summary>
    private static readonly SearchValues<char> StaffSigns = SearchValues.Create("者员编文图摄供");

    public static void Remove(Page page)
    {
        var (first, last) = page.Bounds();
        for (var i = 0; i < page.Lines.Count; i++)
        {
            TrimEnd(page, i, isLast: i == last);
        }
        page.Drop(i => page.Lines[i].Length == 0 || IsLabelled(page[i], ChromeTable.Instance.Staff)
            || (!page.IsBody(i) && IsNamedStaff(page[i])) || ((i < first || i >= last) && IsCredit(page[i])));
    }

    /// <summary>True for a whole line, or the inside of a bracket, that only names staff or the source.</summary>
    public static bool IsCredit(ReadOnlySpan<char> line)
    {
        line = line.Trim(" 　（）()【】[]");
        return line.Length <= LongestLine && line.IndexOfAny("。；，！") < 0
            && (IsLabelled(line, ChromeTable.Instance.Credits) || IsNamedStaff(line) || StaffLabel().IsMatch(line) || line is "完" or "未完待续");
    }

    private static bool IsNamedStaff(ReadOnlySpan<char> line) => line.Length <= LongestLine && line.ContainsAny(StaffSigns) && NamedStaff().IsMatch(line.Trim(" 　（）()【】[]"));

    /// <summary>某台记者：甲 乙: the word before a colon near the beginning ends with a word of the trade, and no sentence follows.</summary>
    private static bool IsLabelled(ReadOnlySpan<char> line, string[] words)
    {
        line = line.TrimStart(" 　（([【");
        var colon = line[..Math.Min(line.Length, LongestLabel + 1)].IndexOfAny(":：");
        if (colon < 1 || line.Length > LongestLine || line.IndexOfAny("。；！") >= 0)
        {
            return false;
        }
        var label = line[..colon].TrimEnd();
        foreach (var word in words)
        {
            if (label.EndsWith(word))
            {
                return Names().IsMatch(line[(colon + 1)..]);
            }
        }
        return false;
    }

    private static void TrimEnd(Page page, int index, bool isLast)
    {
        for (var line = page[index]; EndOfCredit(line, isLast) is var end and >= 0; line = page[index])
        {
            page.Cut(index, page.Lines[index].Start, page.Lines[index].Start + end);
        }
    }

    /// <summary>Where the line ends once its last credit is taken away; -1 where it has none.</summary>
    private static int EndOfCredit(ReadOnlySpan<char> line, bool isLast)
    {
        if (line is [.., '）' or ')' or '】' or ']'])
        {
            var open = line[..^1].LastIndexOfAny("（(【[");
            var closed = line[..^1].LastIndexOfAny("）)】]");
            var inside = open > closed ? line[(open + 1)..^1] : default;
            return !inside.IsEmpty && (IsCredit(inside) || (isLast && open > 0 && Characters.EndsSentence(line[open - 1]) && PersonNames.Are(inside))) ? open : -1;
        }
        var stop = isLast ? line.LastIndexOfAny("。！”") : -1;
        return stop >= 0 && stop < line.Length - 1 && IsCredit(line[(stop + 1)..]) ? stop + 1 : -1;
    }

    [GeneratedRegex(@"^(?:[^，。：]{0,10}?)(?:特约|见习|实习|全媒体|融媒体?|首席)?(?:记者|通讯员|责编|责任编辑)\s*[/／]?\s*(?:[\p{IsCJKUnifiedIdeographs}]{1,4}(?:[\s、/／]+|$|(?=通讯员|记者|摄|文|图|报道|整理))){1,12}(?:(?:通讯员|记者|实习生|摄影?|文|图|报道|整理)[\s/／、]*(?:[\p{IsCJKUnifiedIdeographs}]{1,4}[\s、/／]*){0,8})*$"
        + @"|^(?:文|图|摄影?)\s*[/／丨|]\s*\S{2,}.{0,30}$|^(?:文[/／、]图|图[/／、]文|摄影|供稿)[\s/／丨|]+\S{2,}.{0,30}$|^[^，。：]{2,16}供稿$")]
    private static partial Regex NamedStaff();

    [GeneratedRegex("(?:记者|通讯员|责编|编辑|审核)\\s?[:：]")]
    private static partial Regex StaffLabel();

    [GeneratedRegex(@"^[\s　]*(?:[^，。：:；]{0,24}[:：、，]?[\s　]*){0,12}$")]
    private static partial Regex Names();
}
