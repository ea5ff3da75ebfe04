namespace CityLoom.Reading.Grammar;

/// <summary>Sentences of a report that open alike (织密…网, 突出“快”, 培育“实干型”干部) make a framework.</summary>
internal static class OpeningFrameworks
{
    private const int LongestOpening = 24;
    private const int MostMembers = 12;

    public static void Add(Draft draft, List<Framework> found)
    {
        if (draft.IsPlan)
        {
            return;
        }
        var groups = new Dictionary<string, List<string>>();
        foreach (var line in draft.Lines)
        {
            if (line.Kind != LineKind.Body)
            {
                continue;
            }
            foreach (var clause in draft.ClausesOf(line))
            {
                Collect(draft, clause, groups);
            }
        }
        foreach (var (opening, members) in groups)
        {
            if (members.Count is > 2 and < 10 && (opening[0] == '“' || IsAlike(members)))
            {
                FrameworkReader.AddOnce(found, opening.TrimStart('“'), members);
            }
        }
    }

    // The same end, and the same length or four of them.
    private static bool IsAlike(List<string> members) =>
        members.TrueForAll(member => member.Length == members[0].Length) || (members.Count > 3 && Parallel.Suffix(members) > 1);

    private static void Collect(Draft draft, Clause clause, Dictionary<string, List<string>> groups)
    {
        if (clause.Shape is not (ClauseShape.Verbal or ClauseShape.Means) || clause.Length > LongestOpening
            || clause.VerbEnd <= clause.VerbStart)
        {
            return;
        }
        var opening = draft.Text[clause.VerbStart..clause.VerbEnd];
        var words = draft.Slice(clause.VerbEnd, clause.End);
        var quote = words.IndexOfAny("“\"");
        var close = quote < 0 ? -1 : draft.Mates[clause.VerbEnd + quote] - clause.VerbEnd;
        var (key, member) = close > quote && quote >= 0
            ? ("“" + opening + words[..quote].ToString(), words.Slice(quote, close - quote + 1).ToString())
            : (opening, words.ToString());
        if (key[0] != '“')
        {
            member = member.Contains('、') ? member[(member.LastIndexOf('的') + 1)..] : member;
            key += member.Length > 1 ? "…" + member[^1..] : "";
        }
        if (member.Length is < 1 or > 14 || member.AsSpan().IndexOfAny("、") >= 0)
        {
            return;
        }
        var members = groups.TryGetValue(key, out var known) ? known : groups[key] = [];
        if (members.Count <= MostMembers && !members.Contains(member))
        {
            members.Add(member);
        }
    }
}
