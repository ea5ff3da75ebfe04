using System.Buffers;

namespace CityLoom.Reading.Grammar;

/// <summary>Quoted keys in a row (“去”“育”“转”“控”) and lists inside one quote (“治水、绘城、绿产、聚人”).</summary>
internal static class QuotedFrameworks
{
    private const int LongestMember = 16;

    private static readonly SearchValues<char> Joints = SearchValues.Create("、—－-→");

    public static void Add(Draft draft, Line line, List<Framework> found)
    {
        for (var at = draft.NextQuote(line.Start, line.End); at < line.End; at = draft.NextQuote(at + 1, line.End))
        {
            if (draft.Mates[at] <= at || draft.Mates[at] >= line.End)
            {
                continue;
            }
            AddInside(draft, at, draft.Mates[at], found);
            at = AddRow(draft, at, line.End, found);
        }
    }

    private static void AddInside(Draft draft, int open, int close, List<Framework> found)
    {
        if (!draft.Slice(open, close).Span.ContainsAny(Joints))
        {
            return;
        }
        var words = draft.Text[(open + 1)..close];
        var members = words.Split('、', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (members.Count == 0 || AddChain(draft, open, close, words, found))
        {
            return;
        }
        var keys = (members.Count > 2 && Parallel.Prefix(members) >= 2) || members.TrueForAll(member => member.Length <= 2)
            || members.TrueForAll(member => CountedFrameworks.Count(member[0]) > 0 || member[0] is '一' or '多' or '双' or '全')
            || CountedFrameworks.Count(close + 1 < draft.Text.Length ? draft.Text[close + 1] : ' ') > 0;
        var two = members.Count == 2 && close + 1 < draft.Text.Length && draft.Text[close + 1] == '两';
        if ((members.Count > 2 || two) && keys
            && members.TrueForAll(member => member.Length is > 0 and <= LongestMember && member.Length == members[0].Length))
        {
            FrameworkReader.AddOnce(found, Name(draft, close + 1, draft.Text[open..(close + 1)]), members);
        }
    }

    // “区委—街道—社区—网格”四级: the links of a chain.
    private static bool AddChain(Draft draft, int open, int close, string words, List<Framework> found)
    {
        var links = words.Split(['—', '－', '-', '→'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (links.Count < 3 || words.Contains('、') || !links.TrueForAll(link => link.Length is > 1 and <= LongestMember && Stops.IsHan(link[0])))
        {
            return false;
        }
        FrameworkReader.AddOnce(found, Name(draft, close + 1, draft.Text[open..(close + 1)]), links);
        return true;
    }

    private static int AddRow(Draft draft, int open, int end, List<Framework> found)
    {
        var members = new List<string>();
        var close = open;
        for (var at = open; at < end && Mates.IsQuote(draft.Text[at]) && draft.Mates[at] > at && draft.Mates[at] < end; at = close + 1)
        {
            close = draft.Mates[at];
            members.Add(draft.Text[at..(close + 1)]);
            close += close + 2 < end && draft.Text[close + 1] is '、' && Mates.IsQuote(draft.Text[close + 2]) ? 1 : 0;
        }
        if (members.Count > 2 && members.TrueForAll(member => member.Length <= LongestMember))
        {
            FrameworkReader.AddOnce(found, Name(draft, close + 1, string.Concat(members)), members);
        }
        return close;
    }

    // 四条路径 behind the quote gives the name.
    private static string Name(Draft draft, int at, string otherwise)
    {
        var length = 0;
        while (at + length < draft.Text.Length && length < 8 && Stops.IsHan(draft.Text[at + length]))
        {
            length++;
        }
        return length is > 2 and < 8 && CountedFrameworks.Count(draft.Text[at]) > 0 ? draft.Text.Substring(at, length) : otherwise;
    }
}
