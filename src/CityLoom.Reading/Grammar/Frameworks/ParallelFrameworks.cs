namespace CityLoom.Reading.Grammar;

/// <summary>Runs of three and more members built alike: 实战化、扁平化、合成化.</summary>
internal static class ParallelFrameworks
{
    private const int LongestMember = 14;

    public static void Add(Draft draft, Line line, List<Framework> found)
    {
        if (draft.Slice(line.BodyStart, line.End).Count('、') < 2)
        {
            return;
        }
        var from = line.BodyStart;
        for (var at = from; at <= line.End; at++)
        {
            if (at == line.End || !(Stops.IsHan(draft.Text[at]) || draft.Text[at] is '、' or '“' or '”'))
            {
                AddRun(draft, from, at, found);
                from = at + 1;
            }
        }
    }

    private static void AddRun(Draft draft, int from, int to, List<Framework> found)
    {
        if (to - from < 8)
        {
            return;
        }
        var members = draft.Text[from..to].Split('、').ToList();
        if (members.Count < 3)
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
        if (draft.IsPlan && !(Parallel.Suffix(members) > 0 && Parallel.IsLongRun(members)))
        {
            return;
        }
        if (!members.Exists(IsFormula) && !members[0].StartsWith("在于", StringComparison.Ordinal)
            && members.TrueForAll(member => member.Length is > 1 and <= LongestMember) && Parallel.IsRun(members))
        {
            FrameworkReader.AddOnce(found, string.Join('、', members), members);
        }
    }

    // What follows the last member must not be part of a word: 的 or 等.
    private static bool EndsWhole(string member, int length) => member.Length <= length || member[length] is '的' or '等' or '“';

    private static bool IsFormula(string member) => Lexicon.Words.TryLongest(member, WordClass.Formula, out _);

    // The outer members run on into the sentence: only as much as their neighbour is long counts.
    private static string Cut(string member, int length, bool fromEnd) =>
        member.Length <= length ? member : fromEnd ? member[^length..] : member[..length];
}
