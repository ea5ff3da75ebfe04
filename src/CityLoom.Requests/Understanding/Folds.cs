namespace CityLoom.Requests.Understanding;

/// <summary>Parts a set of requests into folds of which each is held back once.</summary>
internal static class Folds
{
    /// <summary>The fold of each request; every category is spread evenly.</summary>
    public static int[] Stratified(IReadOnlyList<string> labels, int folds, Random random) =>
        Grouped(labels, [.. labels.Select((_, i) => i)], folds, random);

    /// <summary>The fold of each request; requests of one group, such as near-duplicates, stay together.</summary>
    public static int[] Grouped(IReadOnlyList<string> labels, IReadOnlyList<int> groups, int folds, Random random)
    {
        var fold = new int[labels.Count];
        var members = Enumerable.Range(0, labels.Count).GroupBy(i => groups[i]).Select(g => g.ToArray());
        foreach (var alike in members.GroupBy(g => labels[g[0]], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var shuffled = alike.ToArray();
            random.Shuffle(shuffled);
            var next = random.Next(folds);
            foreach (var group in shuffled)
            {
                foreach (var i in group)
                {
                    fold[i] = next % folds;
                }

                next++;
            }
        }

        return fold;
    }
}
