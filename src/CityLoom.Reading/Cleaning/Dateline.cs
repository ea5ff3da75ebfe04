using System.Text.RegularExpressions;

namespace CityLoom.Reading.Cleaning;

/// <summary>Takes a newsroom's dateline off the beginning of a paragraph: 某报讯（记者 甲）, 某社某地某日电, 本报讯.</summary>
internal static partial class Dateline
{
    private const int Reach = 100;
    private const int Opening = 40;

    public static void Remove(Page page)
    {
        for (var i = 0; i < page.Lines.Count; i++)
        {
            var line = page[i];
            if (HasSign(line[..Math.Min(line.Length, Opening)]) && Length(line) is > 0 and var length && length < line.Length)
            {
                page.Cut(i, page.Lines[i].Start + length, page.Lines[i].End);
            }
        }
    }

    /// <summary>A first look that spares nearly every paragraph the expression.</summary>
    private static bool HasSign(ReadOnlySpan<char> opening) => opening.ContainsAny('讯', '电') || opening.IndexOf("记者") >= 0;

    /// <summary>Length of the dateline at the beginning of <paramref name="line"/>, 0 where there is none.</summary>
    private static int Length(ReadOnlySpan<char> line)
    {
        foreach (var match in Form().EnumerateMatches(line[..Math.Min(line.Length, Reach)]))
        {
            return match.Length;
        }
        return 0;
    }

    private const string Staff = @"[（(][^（）()]{0,12}(?:记者|通讯员|特约|实习|见习|全媒体|融媒)[^（）()]{0,60}[）)]";
    private const string Medium = "(?:报|网|台|社|站|融媒体?|客户端|发布|中心|频道|在线|传媒|电视|广播|新闻|观察)";

    [GeneratedRegex(@"^(?:"
        + @"[【\[(（]?[^，。；！？“《]{0,24}?(?:讯|电|消息|报道)[】\]）)]?[\s　:：—-]*" + Staff
        + "|" + Staff
        + @"|[【\[(（]?[^，。；！？“《\s]{0,10}" + Medium + @"[^，。；！？“《\s]{0,14}?讯(?:[】\]）)]|(?=[\s　:：（(]|\d{1,2}月))"
        + @"|[【\[(（]?(?:新华社|中新社|中新网|人民网|央视网|新华网)[^，。；！？“《]{0,16}电(?:[】\]）)]|(?=[\s　:：（(]))"
        + @"|本[报台网站刊](?:[^，。；\s]{0,12})讯"
        + @"|本[报台网站](?:讯|消息)?[\s　]*记者[\s　]?[^，。]{1,30}?报道[:：\s　]"
        + @")[\s　:：—-]*")]
    private static partial Regex Form();
}
