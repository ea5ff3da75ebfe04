using System.Text.RegularExpressions;

namespace CityLoom.Reading.Cleaning;

/// <summary>Tells single lines of page chrome by the words of <see cref="ChromeTable"/>.</summary>
internal static partial class ChromeLine
{
    private const int LongestLabelled = 150;
    private const int LongestLabel = 8;
    private const int LongestLink = 120;

    /// <summary>A line of publication data, 来源：… 时间：…, wherever it stands: a second label, a date or an empty value proves it.</summary>
    public static bool IsPublication(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLabelled || line.IndexOfAny("。；") >= 0)
        {
            return false;
        }
        var label = Label(line, out var value);
        return label.Length > 0 && ChromeTable.Instance.Publication.Contains(label)
            && (value.IsEmpty || DateOrLabel().IsMatch(value) || IsStaffLabel(label));
    }

    /// <summary>A copyright or registration line, wherever it stands.</summary>
    public static bool IsFooter(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLabelled * 2)
        {
            return false;
        }
        Span<char> packed = stackalloc char[line.Length];
        return ChromeTable.Instance.Footer.IsIn(packed[..Pack(line, packed)]);
    }

    /// <summary>A line that is chrome when it stands before or after the running text.</summary>
    public static bool IsAtEdge(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLabelled * 2)
        {
            return false;
        }
        return IsLabelledAtEdge(line) || IsButtons(line) || IsByItsForm(line)
            || (line.Length <= LongestLink && ChromeTable.Instance.Begins.Opens(Packed(line)));
    }

    /// <summary>相关阅读, 网友评论, 上一篇：…: the line after which a page has no more of the document.</summary>
    public static bool IsTailHeading(ReadOnlySpan<char> line)
    {
        var label = Label(line, out _);
        return ChromeTable.Instance.Tails.Contains(label.IsEmpty ? line.Trim(" 【】[]>＞»·|()（）0123456789条") : label);
    }

    public static bool IsComments(ReadOnlySpan<char> line) => line.IndexOf("评论") >= 0 || line.IndexOf("留言") >= 0;

    /// <summary>A time, a way through the menus, a picture or a page; the first look spares most lines the expressions.</summary>
    private static bool IsByItsForm(ReadOnlySpan<char> line) =>
        (line.ContainsAnyInRange('0', '9') && BareTime().IsMatch(line)) || (line.ContainsAny('>', '＞', '»') && Crumbs().IsMatch(line))
        || (line.ContainsAny('.', '版', '_') && FileOrPage().IsMatch(line));

    /// <summary>A label of publication data that has its value on the next line.</summary>
    public static bool IsBareLabel(ReadOnlySpan<char> line)
    {
        var label = Label(line, out var value);
        return value.IsEmpty && label.Length > 0 && (ChromeTable.Instance.Publication.Contains(label) || ChromeTable.Instance.Edge.Contains(label));
    }

    /// <summary>A date, a number, a filing mark or a short name of an office, as such a value is; a title is not.</summary>
    public static bool IsLooseValue(ReadOnlySpan<char> line) => line.Length <= LongestLabelled && LooseValue().IsMatch(line);

    private static bool IsLabelledAtEdge(ReadOnlySpan<char> line)
    {
        var label = Label(line, out _);
        return label.Length > 0 && line.IndexOf('。') < 0 && line.Length <= LongestLabelled
            && (ChromeTable.Instance.Edge.Contains(label) || ChromeTable.Instance.Publication.Contains(label));
    }

    private static bool IsStaffLabel(ReadOnlySpan<char> label) => label.EndsWith("编辑") || label is "责编" or "作者" or "来源" or "信息来源" or "文章来源";

    /// <summary>The word before the first colon, without the brackets and spaces inside; empty where there is none near the beginning.</summary>
    private static ReadOnlySpan<char> Label(ReadOnlySpan<char> line, out ReadOnlySpan<char> value)
    {
        value = default;
        var colon = line[..Math.Min(line.Length, LongestLabel * 2 + 1)].IndexOfAny(":：");
        if (colon < 0)
        {
            return default;
        }
        var label = Packed(line[..colon].Trim(" 　【[（(〔·•◆■★"));
        value = line[(colon + 1)..].Trim();
        return label.Length <= LongestLabel ? label : default;
    }

    private static bool IsButtons(ReadOnlySpan<char> line)
    {
        foreach (var range in line.SplitAny(" \t　\u00A0|｜[]【】()（）/>＞»·:："))
        {
            if (line[range].Length > 0 && !ChromeTable.Instance.Buttons.Contains(line[range]))
            {
                return false;
            }
        }
        return true;
    }

    private static string Packed(ReadOnlySpan<char> line)
    {
        Span<char> packed = stackalloc char[line.Length];
        return packed[..Pack(line, packed)].ToString();
    }

    /// <summary>Copies the line without its white space and returns how much that is.</summary>
    private static int Pack(ReadOnlySpan<char> line, Span<char> packed)
    {
        var length = 0;
        foreach (var c in line)
        {
            packed[length] = c;
            length += char.IsWhiteSpace(c) ? 0 : 1;
        }
        return length;
    }

    [GeneratedRegex(@"\d{4}\s?[-/.年]\s?\d{1,2}|[\p{IsCJKUnifiedIdeographs}]{2,6}\s?[:：]|^\d+$|^[\[【]?[大小]")]
    private static partial Regex DateOrLabel();

    [GeneratedRegex(@"^[\[【（(]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\]】）)]?(?:\s+\S{2,12})?$|^\d{4}年\d{1,2}月\d{1,2}日\s*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|星期[一二三四五六日天])")]
    private static partial Regex BareTime();

    [GeneratedRegex(@"^\S{1,60}\.(?:jpe?g|png|gif|bmp|mp4|JPE?G|PNG)$|^第\s?[A-Z]?\d{1,3}\s?版(?:[:：]\S{1,12})?$|^[^。，；]*_[^。，；]*_[^。；]*$")]
    private static partial Regex FileOrPage();

    [GeneratedRegex(@"^[^，。：]{0,10}\d[^，。：]{0,20}(?:\s?\d{1,2}:\d{2})?$|^[^，。：]{2,12}(?:网站?|政府|办公室|局|委|厅)$|^(?:现行|已|未)?(?:有效|失效|废止)$|^(?:主动|依申请|全文)公开$")]
    private static partial Regex LooseValue();

    [GeneratedRegex(@"^[^>＞»。，]{1,12}(?:\s?(?:>|＞|»|>>|->)\s?[^>＞»。，]{1,20}){1,8}\s?[>＞»]?$")]
    private static partial Regex Crumbs();
}
