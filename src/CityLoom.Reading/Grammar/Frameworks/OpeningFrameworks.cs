namespace CityLoom.Reading.Grammar;

/// <summary>Sentences of a report that open alike (织密…网, 突出“快”, 培育“实干型”干部) make a framework.</summary>
internal static class OpeningFrameworks
{
    private const int LongestOpening = 24;
    private const int MostMembers = 12;
    private const int LongestMember = 14;

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
        var words = draft.Slice(clause.VerbEnd, clause.End).Span;
        var quote = words.IndexOfAny('“', '"');
        var close = quote < 0 ? -1 : draft.Mates[clause.VerbEnd + quote] - clause.VerbEnd;
        if (close > quote)
        {
            if (IsMember(words[..(close + 1)]))
            {
                AddMember(groups, $"“{draft.Slice(clause.VerbStart, clause.VerbEnd + quote)}", words[..(close + 1)]);
            }
            return;
        }
        var member = words.Contains('、') ? words[(words.LastIndexOf('的') + 1)..] : words;
        if (!IsMember(member))
        {
            return;
        }
        var verb = draft.Slice(clause.VerbStart, clause.VerbEnd);
        AddMember(groups, member.Length > 1 ? $"{verb}…{member[^1]}" : $"{verb}", member);
    }

    private static void AddMember(Dictionary<string, List<string>> groups, string key, ReadOnlySpan<char> member)
    {
        var members = groups.TryGetValue(key, out var known) ? known : groups[key] = [];
        if (members.Count <= MostMembers && !Holds(members, member))
        {
            members.Add(member.ToString());
        }
    }

    private static bool IsMember(ReadOnlySpan<char> words) => words.Length is > 0 and <= LongestMember && !words.Contains('、');

    private static bool Holds(List<string> members, ReadOnlySpan<char> member)
    {
        foreach (var known in members)
        {
            if (member.SequenceEqual(known))
            {
                return true;
            }
        }
        return false;
    }
}
