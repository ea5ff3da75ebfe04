namespace CityLoom.Reading.Grammar;

/// <summary>Reads named programmes: what is carried out under a name, and quoted slogans used as the object.</summary>
internal static class ProgrammeReader
{
    private const int LongestName = 34;

    private static readonly string[] Carriers = ["实施", "开展", "组织实施", "组织开展", "启动", "推行", "试行", "执行", "推进", "深化", "强化", "建立", "落实"];

    private static readonly string[] Names =
        ["行动", "行动计划", "计划", "工程", "战略", "责任制", "负责制", "承诺制", "河长制", "湖长制", "林长制", "田长制", "路长制", "链长制", "检查制度", "报告制度", "日报制度", "体系"];

    public static List<string> Read(Draft draft, Unit unit)
    {
        var found = new List<string>();
        var verb = draft.Slice(unit.Head.VerbStart, unit.Head.VerbEnd);
        var carried = verb.Length > 0 && Array.IndexOf(Carriers, verb.ToString()) >= 0;
        var from = unit.Head.VerbEnd;
        while (carried && from < unit.End)
        {
            var to = NextBreak(draft, from, unit.End);
            AddCarried(draft, from, to, found);
            from = to + 1;
        }
        if (found.Count == 0)
        {
            AddQuoted(draft, unit, found);
        }
        return found;
    }

    private static void AddCarried(Draft draft, int from, int to, List<string> found)
    {
        while (to > from && draft.Text[to - 1] == '等')
        {
            to--;
        }
        var words = draft.Slice(from, to);
        var bare = words.TrimEnd("”\"");
        if (words.Length is < 4 or > LongestName)
        {
            return;
        }
        var quoted = words.IndexOfAny("“\"") >= 0;
        foreach (var name in Names)
        {
            if (bare.EndsWith(name))
            {
                if (quoted || (name != "体系" && words.Length > 5))
                {
                    found.Add(words.ToString());
                }
                return;
            }
        }
    }

    // “X”工程 is taken with its head, “X” alone without.
    private static void AddQuoted(Draft draft, Unit unit, List<string> found)
    {
        for (var at = unit.Head.Start; at < unit.End; at++)
        {
            if (!Mates.IsQuote(draft.Text[at]) || draft.Mates[at] <= at || draft.Mates[at] >= unit.End)
            {
                continue;
            }
            var close = draft.Mates[at];
            var from = at;
            while (close + 1 < unit.End && Mates.IsQuote(draft.Text[close + 1]) && draft.Mates[close + 1] > close
                && draft.Mates[close + 1] < unit.End)
            {
                close = draft.Mates[close + 1];
            }
            var rest = draft.Slice(close + 1, unit.End);
            var head = HeadLength(rest);
            if (close - from > 2 && (head > 0 || IsObject(draft, unit, from, close)))
            {
                found.Add(draft.Text[from..(close + 1 + head)]);
            }
            at = close;
        }
    }

    // A quote is the object when it follows the verb or ends the clause; one that the document repeats is a mere qualifier.
    private static bool IsObject(Draft draft, Unit unit, int open, int close)
    {
        if (unit.Kind == MeasureKind.Target || draft.Slice(unit.Head.VerbStart, unit.Head.VerbEnd) is "严禁" or "实现")
        {
            return false;
        }
        return draft.UsesOfQuote(open, close) < 4
            && (open == unit.Head.VerbEnd || close + 1 == unit.End || draft.Slice(close + 1, unit.End) is "建设" or "等");
    }

    private static int HeadLength(ReadOnlySpan<char> rest) =>
        Lexicon.Words.TryLongest(rest, WordClass.Programme, out var head)
            && (head.Length == rest.Length || !Stops.IsHan(rest[head.Length])) ? head.Length : 0;

    private static int NextBreak(Draft draft, int at, int end)
    {
        for (; at < end; at++)
        {
            if (draft.Mates[at] > at && draft.Mates[at] < end)
            {
                at = draft.Mates[at];
            }
            else if (draft.Text[at] is '、' or '，' or ',')
            {
                break;
            }
        }
        return at;
    }
}
