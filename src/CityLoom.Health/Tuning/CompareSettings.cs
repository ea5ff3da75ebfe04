using CityLoom.Detection.Fusion;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;

namespace CityLoom.Health.Tuning;

/// <summary>A warning of the setting that is tried, beside what would have been seen of it otherwise.</summary>
/// <param name="Warning">The warning.</param>
/// <param name="Source">The single source that would have raised it first; null when none would.</param>
/// <param name="SourceDay">On which day.</param>
/// <param name="PresentDay">The day on which the settings in force would have raised it; null when they would not.</param>
public sealed record ComparedWarning(ReplayedWarning Warning, string? Source, DateOnly? SourceDay, DateOnly? PresentDay)
{
    /// <summary>Days by which it came before any single source; below 0 when after.</summary>
    public int? GainedOnSources => SourceDay is { } day ? day.DayNumber - Warning.Opened.DayNumber : null;

    /// <summary>Days by which it came before the settings in force.</summary>
    public int? GainedOnPresent => PresentDay is { } day ? day.DayNumber - Warning.Opened.DayNumber : null;
}

/// <summary>Settings tried on the past beside those in force and beside each source alone.</summary>
/// <param name="Tried">The settings that are tried.</param>
/// <param name="Present">The settings in force.</param>
/// <param name="Sources">
/// Each source alone, without plain rules, at its share of the false discovery rate: all of them together may then be wrong about as often as the fusion.
/// </param>
/// <param name="Warnings">The warnings of the settings that are tried, each beside the others.</param>
public sealed record Comparison(Replayed Tried, Replayed Present, IReadOnlyDictionary<string, Replayed> Sources, IReadOnlyList<ComparedWarning> Warnings)
{
    /// <summary>The middle number of days gained on single sources, of the warnings that one of them would have raised too; null without any.</summary>
    public double? MedianGain => Median([.. Warnings.Select(w => w.GainedOnSources).OfType<int>()]);

    private static double? Median(List<int> days)
    {
        days.Sort();
        return days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0;
    }
}

/// <summary>Tries settings on the past, all replays at once on all cores.</summary>
public static class CompareSettings
{
    /// <summary>Two warnings are of the same outbreak when they share a place and their days meet, or miss each other by so many.</summary>
    private const int Apart = 3;

    /// <summary>And begin within so many days of each other.</summary>
    private const int Together = 21;

    /// <summary>Compares; the places of the other conditions count among those judged.</summary>
    public static Comparison Run(PastSignals past, SweepSettings tried, SweepSettings present, Neighbours neighbours, IReadOnlyCollection<HealthStream> streams) => Run(
        past, tried, present, neighbours, past.Series.Where(s => s.Count > 0).Select(s => s[0].Territory).Distinct().Count() * (streams.DistinctBy(s => s.Condition).Count() - 1));

    /// <summary>Compares.</summary>
    public static Comparison Run(PastSignals past, SweepSettings tried, SweepSettings present, Neighbours neighbours, int otherCells)
    {
        var sources = past.Series.SelectMany(s => s).Select(s => s.Source).Distinct().Order(StringComparer.Ordinal).ToList();
        List<(PastSignals Past, SweepSettings Settings)> runs =
        [
            (past, tried), (past, present),
            .. sources.Select(source => (past with { Series = [.. past.Series.Where(s => s.Count > 0 && s[0].Source == source)] }, tried with { Rules = [], Rate = tried.Rate / sources.Count })),
        ];
        var replayed = new Replayed[runs.Count];
        Parallel.For(0, runs.Count, i => replayed[i] = ReplaySettings.Run(runs[i].Past, runs[i].Settings, neighbours, otherCells));
        var bySource = sources.Select((source, i) => (source, replayed[i + 2])).ToDictionary(p => p.source, p => p.Item2);
        return new(replayed[0], replayed[1], bySource, [.. replayed[0].Warnings.Select(w => Beside(w, replayed[1], bySource))]);
    }

    private static ComparedWarning Beside(ReplayedWarning warning, Replayed present, Dictionary<string, Replayed> sources)
    {
        var first = sources.SelectMany(s => s.Value.Warnings.Where(w => Same(warning, w)).Select(w => (s.Key, w.Opened))).OrderBy(s => s.Opened).ThenBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => ((string, DateOnly)?)s).FirstOrDefault();
        return new(warning, first?.Item1, first?.Item2, present.Warnings.Where(w => Same(warning, w))
            .OrderBy(w => Math.Abs(w.Opened.DayNumber - warning.Opened.DayNumber)).Select(w => (DateOnly?)w.Opened).FirstOrDefault());
    }

    private static bool Same(ReplayedWarning one, ReplayedWarning other) =>
        Math.Abs(one.Opened.DayNumber - other.Opened.DayNumber) <= Together && one.Places.Intersect(other.Places).Any() && other.Opened <= one.LastSeen.AddDays(Apart) && other.LastSeen >= one.Opened.AddDays(-Apart);
}
