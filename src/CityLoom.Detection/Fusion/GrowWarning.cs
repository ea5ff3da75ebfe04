namespace CityLoom.Detection.Fusion;

/// <summary>Opens a warning for a day's findings, or grows the one they belong to.</summary>
internal static class GrowWarning
{
    public static Warning Run(Outbreak outbreak, DateOnly today, List<WarningChange> changes)
    {
        if (outbreak.Findings.Count == 0)
        {
            return outbreak.Warnings[0];
        }
        if (outbreak.Warnings.Count == 0)
        {
            var opened = Open(outbreak.Findings, today);
            changes.Add(new(ChangeKind.Opened, opened) { NewPlaces = [.. opened.Places.Keys], NewSources = [.. opened.Sources.Keys] });
            return opened;
        }
        var before = outbreak.Warnings[0];
        var merged = outbreak.Warnings.Skip(1).ToList();
        changes.AddRange(merged.Select(younger => new WarningChange(ChangeKind.Merged, younger) { Into = before.Id }));
        var after = Grow(merged.Aggregate(before, Merge), outbreak.Findings, today);
        var (places, sources) = (New(after.Places, before.Places), New(after.Sources, before.Sources));
        if (places.Count + sources.Count > 0 || after.Level < before.Level)
        {
            changes.Add(new(ChangeKind.Grown, after) { NewPlaces = places, NewSources = sources, LevelBefore = after.Level < before.Level ? before.Level : null });
        }
        return after;
    }

    private static Warning Open(IReadOnlyList<Finding> findings, DateOnly today)
    {
        var first = findings[0];
        return Grow(
            new($"{first.Condition}/{first.Territory}/{today:yyyy-MM-dd}", first.Condition, today, today, first.Level!.Value)
            {
                Places = new Dictionary<string, DateOnly>(),
                Sources = new Dictionary<string, DateOnly>(),
                Strongest = first,
                Latest = [],
            },
            findings, today);
    }

    private static Warning Grow(Warning warning, IReadOnlyList<Finding> findings, DateOnly today) => warning with
    {
        LastSeen = today,
        Level = findings.Select(finding => finding.Level!.Value).Append(warning.Level).Min(),
        Places = With(warning.Places, findings.Select(finding => (finding.Territory, today))),
        Sources = With(warning.Sources, findings.SelectMany(finding => finding.Sources).Select(source => (source, today))),
        Strongest = Stronger(warning.Strongest, findings[0]),
        Latest = findings,
    };

    private static Warning Merge(Warning older, Warning younger) => older with
    {
        LastSeen = younger.LastSeen > older.LastSeen ? younger.LastSeen : older.LastSeen,
        Level = younger.Level < older.Level ? younger.Level : older.Level,
        Places = With(older.Places, younger.Places.Select(place => (place.Key, place.Value))),
        Sources = With(older.Sources, younger.Sources.Select(source => (source.Key, source.Value))),
        Strongest = Stronger(older.Strongest, younger.Strongest),
    };

    private static Finding Stronger(Finding one, Finding other) => (other.Level, other.Rate).CompareTo((one.Level, one.Rate)) < 0 ? other : one;

    /// <summary>Adds what is new, each with its first day.</summary>
    private static SortedDictionary<string, DateOnly> With(IReadOnlyDictionary<string, DateOnly> known, IEnumerable<(string Name, DateOnly Day)> more)
    {
        var all = new SortedDictionary<string, DateOnly>(known.ToDictionary(), StringComparer.Ordinal);
        foreach (var (name, day) in more)
        {
            all[name] = all.TryGetValue(name, out var since) && since <= day ? since : day;
        }
        return all;
    }

    private static List<string> New(IReadOnlyDictionary<string, DateOnly> after, IReadOnlyDictionary<string, DateOnly> before) =>
        [.. after.Keys.Where(name => !before.ContainsKey(name))];
}
