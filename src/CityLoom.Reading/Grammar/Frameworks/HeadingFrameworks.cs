namespace CityLoom.Reading.Grammar;

/// <summary>Numbered headings of one level that are built alike make a framework.</summary>
internal static class HeadingFrameworks
{
    private const int MostMembers = 8;

    public static void Add(Draft draft, List<Framework> found)
    {
        var groups = new Dictionary<(int Level, string Parent), List<string>>();
        var parents = new string?[ItemNumbers.DeepestLevel + 1];
        foreach (var line in draft.Lines)
        {
            if (!line.HasHeading || line.Level == 0)
            {
                continue;
            }
            var words = draft.Words(line.Heading).TrimEnd('。', '：');
            var parent = string.Join('/', parents.Take(line.Level).Where(above => above is not null));
            parents[line.Level] = words;
            if (!groups.TryGetValue((line.Level, parent), out var known))
            {
                groups[(line.Level, parent)] = known = [];
            }
            known.Add(words);
        }
        AddGroups(groups, found);
    }

    // 总体要求, 保障措施: every plan has them.
    private static bool IsStock(string heading) => Lexicon.Words.TryLongest(heading, WordClass.StockHeading, out _);

    private static void AddGroups(Dictionary<(int Level, string Parent), List<string>> groups, List<Framework> found)
    {
        foreach (var ((level, parent), members) in groups)
        {
            if (members.Count is > 2 and <= MostMembers && !members.Exists(IsStock)
                && (level is 1 or 6 ? Parallel.IsHeadings(members) : Parallel.IsSeries(members)))
            {
                FrameworkReader.AddOnce(found, parent.Length > 0
                    ? parent[(parent.LastIndexOf('/') + 1)..] : Parallel.Shared(members), members);
            }
        }
    }
}
