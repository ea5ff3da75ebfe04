namespace CityLoom.Reading.Grammar;

/// <summary>Numbered headings of one level that are built alike make a framework.</summary>
internal static class HeadingFrameworks
{
    private const int MostMembers = 8;

    public static void Add(Draft draft, List<Framework> found)
    {
        var groups = new Dictionary<(int Level, string Parent), List<string>>();
        var parents = new Dictionary<int, string>();
        foreach (var line in draft.Lines)
        {
            if (!line.HasHeading || line.Level == 0)
            {
                continue;
            }
            var words = draft.Words(line.Heading).TrimEnd('。', '：');
            var parent = string.Join('/',
                parents.Where(above => above.Key < line.Level).OrderBy(above => above.Key).Select(above => above.Value));
            parents[line.Level] = words;
            if (!groups.TryGetValue((line.Level, parent), out var known))
            {
                groups[(line.Level, parent)] = known = [];
            }
            known.Add(words);
        }
        foreach (var ((level, parent), members) in groups)
        {
            if (members.Count is > 2 and <= MostMembers
                && (level is 1 or 6 ? Parallel.IsHeadings(members) : members.TrueForAll(member => member.Contains('“'))))
            {
                FrameworkReader.AddOnce(found, parent.Length > 0
                    ? parent[(parent.LastIndexOf('/') + 1)..] : Parallel.Shared(members), members);
            }
        }
    }
}
