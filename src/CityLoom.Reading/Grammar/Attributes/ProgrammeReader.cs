namespace CityLoom.Reading.Grammar;

/// <summary>Reads named programmes: what is carried out under a name, and quoted slogans used as the object.</summary>
internal static class ProgrammeReader
{
    private const int LongestName = 34;
    private const int LongestTail = 12;

    // A quote that comes again and again is a plain word of the document: “菜篮子”.
    private const int MostUses = 4;

    private static readonly string[] Carriers = ["实施", "开展", "组织实施", "组织开展", "启动", "推行", "试行", "执行", "推进", "深化", "强化", "建立", "落实"];

    // Verbs in front of a carrier: 会同某局开展….
    private static readonly WordSet Openers = new("会同", "联合", "组织", "牵头", "扩围", "持续", "统筹");

    private static readonly string[] Names =
        ["行动", "行动计划", "计划", "工程", "战略", "责任制", "负责制", "承诺制", "受理制", "审批制", "包联制", "会商制", "例会制", "终身制", "销号制", "专员制",
            "长制", "检查制度", "报告制度", "日报制度", "专项治理", "专项整治", "体系"];

    // What a quoted slogan may be followed by without losing its own name: 压实“三管三必须”责任.
    private static readonly WordSet Followers = new("服务", "责任", "要求", "经验", "建设", "作用", "工作", "理念", "原则", "精神", "做法", "改革要求");

    // Last words of a longer name that begins with a quote: “多合一”场所夜查行动.
    private static readonly WordSet LongNames = new("行动", "活动", "计划", "工程", "战略", "机制", "制度", "体系", "治理", "整治", "平台");

    public static List<string> Read(Draft draft, Unit unit)
    {
        var found = new List<string>();
        var verb = draft.Slice(unit.Head.VerbStart, unit.Head.VerbEnd);
        var carried = verb.Length > 0 && Array.IndexOf(Carriers, verb.ToString()) >= 0;
        var from = unit.Head.VerbEnd;
        if (!carried && verb.Length > 0 && Openers.Contains(verb))
        {
            (carried, from) = Carrier(draft, from, unit.End);
        }
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

    private static (bool Found, int After) Carrier(Draft draft, int from, int end)
    {
        foreach (var carrier in Carriers)
        {
            var at = draft.Slice(from, end).IndexOf(carrier);
            if (at >= 0)
            {
                return (true, from + at + carrier.Length);
            }
        }
        return (false, from);
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
        var quote = words.IndexOfAny("“\"");
        var quoted = quote >= 0;
        if (quoted && words[..quote].IndexOf('等') >= 0)
        {
            // 甲、乙等“十大行动”: the name is the quote, the rest its members.
            words = words[quote..];
        }
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
            var head = HeadLength(draft, draft.Slice(close + 1, NextBreak(draft, close + 1, unit.End)), from);
            if (close - from > 2 && (head > 0 || IsObject(draft, unit, from, close)))
            {
                found.Add(draft.Text[from..(close + 1 + head)]);
            }
            at = close;
        }
    }

    // A quote is the object when it ends the clause or only a plain noun follows; one that the document repeats is a mere qualifier.
    private static bool IsObject(Draft draft, Unit unit, int open, int close)
    {
        if (unit.Kind == MeasureKind.Target || draft.Slice(unit.Head.VerbStart, unit.Head.VerbEnd).Span is "严禁" or "实现")
        {
            return false;
        }
        return draft.UsesOfQuote(open, close) < MostUses && (close + 1 == unit.End || !Stops.IsHan(draft.Text[close + 1]) || draft.Slice(close + 1, unit.End).Span is "等"
            || (draft.Text[close + 1] is '和' or '与' or '及' && Mates.IsQuote(draft.Text[Math.Min(close + 2, unit.End - 1)]))
            || Followers.Opens(draft.Slice(close + 1, unit.End)));
    }

    private static int HeadLength(Draft draft, Phrase rest, int quote)
    {
        if (rest.TryLongest(WordClass.Programme, out var head)
            && (head.Length == rest.Length || !Stops.IsHan(rest[head.Length])))
        {
            return head.Length;
        }
        var length = rest.Span.IndexOfAnyExceptInRange('\u3400', '\u9fff') is var end && end < 0 ? rest.Length : end;
        if (length == 1 && rest[0] == '制')
        {
            return 1;
        }
        return length is > 1 and <= LongestTail && rest[0] != '等' && !rest[..length].Contains('的') && LongNames.Ends(rest[..length])
            && draft.UsesOfQuote(quote, draft.Mates[quote]) < MostUses ? length : 0;
    }

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
