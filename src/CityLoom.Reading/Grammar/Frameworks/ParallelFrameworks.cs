namespace CityLoom.Reading.Grammar;

/// <summary>Runs of three and more members built alike: 实战化、扁平化、合成化.</summary>
internal static class ParallelFrameworks
{
    private const int LongestMember = 14;
    private const int ShortestKind = 4;

    // What is made up of kinds that a plan sets side by side; companies or insurances in a list are no framework.
    private static readonly WordSet Kinds = new(
        "清单", "责任", "机制", "体系", "调解", "治理", "能力", "转变", "变革", "革命", "改革", "环境", "制度", "防线", "关口", "引领", "支撑", "赋能", "优势",
        "工程", "行动", "短板", "导向", "之城", "之治", "强市", "强区", "强县", "经济", "空间", "走廊", "融合", "台账", "监督", "服务", "教育", "振兴");

    private const int LongestKind = 8;

    public static void Add(Draft draft, Line line, List<Framework> found)
    {
        if (draft.Slice(line.BodyStart, line.End).Span.Count('、') < 2)
        {
            return;
        }
        for (var from = line.BodyStart; from < line.End;)
        {
            var mark = draft.Slice(from, line.End).IndexOf('、');
            if (mark < 0)
            {
                return;
            }
            var (start, end) = (from + mark, from + mark + 1);
            while (start > from && RunsOn(draft.Text[start - 1]))
            {
                start--;
            }
            while (end < line.End && RunsOn(draft.Text[end]))
            {
                end++;
            }
            AddRun(draft, start, end, found);
            from = end + 1;
        }
    }

    private static bool RunsOn(char letter) => Stops.IsHan(letter) || letter is '、' or '“' or '”';

    private static void AddRun(Draft draft, int from, int to, List<Framework> found)
    {
        if (to - from < 8 || !MayList(draft.Slice(from, to)))
        {
            return;
        }
        var members = draft.Text[from..to].Split('、').ToList();
        SplitLast(members);
        if (members.Count < 3 || AddKinds(members, found) || (IsBare(draft) && members[1].Length < Parallel.ShortestLong))
        {
            return;
        }
        var prefix = Parallel.Prefix(members[1..]);
        if (prefix >= 3 && members[0].IndexOf(members[1][..prefix], StringComparison.Ordinal) is var at && at >= 0)
        {
            members[0] = members[0][at..];
        }
        else
        {
            members[0] = Cut(members[0], members[1].Length, fromEnd: true);
            if (!EndsWhole(members[^1], members[^2].Length))
            {
                return;
            }
            members[^1] = Cut(members[^1], members[^2].Length, fromEnd: false);
        }
        if (IsBare(draft) && !(Parallel.Suffix(members) > 0 && Parallel.IsLongRun(members)))
        {
            return;
        }
        if (!members.Exists(IsFormula) && !members[0].StartsWith("在于", StringComparison.Ordinal)
            && members.TrueForAll(member => member.Length is > 1 and <= LongestMember) && Parallel.IsRun(members))
        {
            FrameworkReader.AddOnce(found, string.Join('、', members), members);
        }
    }

    // In a plan lists of things abound; what is built alike there must be long to mean something. A resolution speaks like a report.
    private static bool IsBare(Draft draft) => draft.IsPlan && draft.Kind != DocumentKind.Resolution;

    // Three members take two marks, or one and a 和 behind it.
    private static bool MayList(Phrase run)
    {
        var after = run[(run.IndexOf('、') + 1)..];
        return after.Span.IndexOfAny('、', '和', '与') >= 0 || after.Contains('及');
    }

    // 属地责任、部门监管责任和企业主体责任: the last 和 parts two members that end alike.
    private static void SplitLast(List<string> members)
    {
        var last = members[^1];
        var at = members.Count < 2 ? -1 : last.IndexOfAny(['和', '与', '及']);
        if (at > 1 && last.Length - at > 2 && members[0].EndsWith(last[at - 1]) && last.IndexOf(last[(at - 2)..at], at, StringComparison.Ordinal) > at)
        {
            members[^1] = last[..at];
            members.Add(last[(at + 1)..]);
        }
    }

    // 隐患清单、责任清单、整改清单: short names of one kind, the kind said each time.
    private static bool AddKinds(List<string> members, List<Framework> found)
    {
        if (members[1].Length < 2 || !Kinds.Contains(members[1].AsSpan()[^2..]))
        {
            return false;
        }
        var kinds = members.GetRange(0, members.Count);
        if (Lexicon.Words.TryLongest(kinds[0], WordClass.Verb | WordClass.Adverb, out var verb) && kinds[0].Length - verb.Length >= ShortestKind)
        {
            kinds[0] = kinds[0][verb.Length..];
        }
        kinds[0] = Cut(kinds[0], kinds.Skip(1).Max(kind => kind.Length), fromEnd: true);
        var end = kinds[1][^2..];
        var cut = kinds[^1].IndexOf(end, StringComparison.Ordinal);
        if (cut < 1)
        {
            return false;
        }
        kinds[^1] = kinds[^1][..(cut + 2)];
        if (!kinds.TrueForAll(kind => kind.Length is >= ShortestKind and <= LongestKind && kind.EndsWith(end, StringComparison.Ordinal))
            || kinds.Exists(IsFormula) || Lexicon.Words.TryLongest(kinds[0], WordClass.Verb, out _))
        {
            return false;
        }
        FrameworkReader.AddOnce(found, string.Join('、', kinds), kinds);
        return true;
    }

    // What follows the last member must not be part of a word: 的 or 等; behind 合成化 any noun may follow.
    private static bool EndsWhole(string member, int length) =>
        member.Length <= length || member[length] is '的' or '等' or '“' || (length == 3 && member[2] == '化');

    private static bool IsFormula(string member) => Lexicon.Words.TryLongest(member, WordClass.Formula, out _);

    // The outer members run on into the sentence: only as much as their neighbour is long counts.
    private static string Cut(string member, int length, bool fromEnd) =>
        member.Length <= length ? member : fromEnd ? member[^length..] : member[..length];
}
