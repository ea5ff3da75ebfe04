using CityLoom.City;
using CityLoom.Detection.Fusion;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Warnings;

namespace CityLoom.Health;

/// <summary>A count as a program sends it.</summary>
public sealed record ReportedCount
{
    /// <summary>Code of the stream.</summary>
    public required string Stream { get; init; }

    /// <summary>Code of the place.</summary>
    public required string Territory { get; init; }

    /// <summary>The day <c>2026-03-02</c> or the week <c>2026-W10</c>.</summary>
    public required string Period { get; init; }

    /// <summary>How many.</summary>
    public int Count { get; init; }
}

/// <summary>How many streams an import changed.</summary>
/// <param name="Changed">New or amended.</param>
public sealed record ChangedStreams(int Changed);

/// <summary>A count as the API shows it.</summary>
/// <param name="Territory">Code of the place.</param>
/// <param name="Period">The day or week.</param>
/// <param name="Count">How many; null where it is kept from the reader.</param>
/// <param name="Suppressed">True for 1 to 4 persons, which only the health role sees.</param>
public sealed record CountView(string Territory, string Period, int? Count, bool Suppressed)
{
    internal static IEnumerable<CountView> Of(HealthStream stream, CountedSeries series, SmallCounts small)
    {
        for (var i = 0; i < series.Counts.Length; i++)
        {
            if (series.Counts[i] >= 0)
            {
                var hidden = small.Hides(series.Counts[i], stream);
                yield return new(series.Territory, CountPeriod.Text(series.First + i, stream.Rhythm), hidden ? null : series.Counts[i], hidden);
            }
        }
    }
}

/// <summary>What one stream did to a warning.</summary>
/// <param name="Source">Code of the source.</param>
/// <param name="Territory">Code of the place.</param>
/// <param name="Neighbour">True when it is of a place next door.</param>
/// <param name="Day">Last day of the period judged.</param>
/// <param name="Observed">The count; null where it is kept from the reader.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Threshold">The count above which the stream alarms by itself.</param>
/// <param name="PValue">Chance of a count this high when nothing goes on.</param>
/// <param name="Share">Its part of the combined statistic, 0 to 1.</param>
/// <param name="Alarm">Whether it alarmed by itself.</param>
/// <param name="Method">The detector.</param>
/// <param name="Suppressed">True for 1 to 4 persons, which only the health role sees.</param>
public sealed record ContributionView(
    string Source, string Territory, bool Neighbour, DateOnly Day, double? Observed, double? Expected, double? Threshold, double? PValue, double? Share, bool Alarm,
    string Method, bool Suppressed)
{
    /// <summary>The share of the count that is reported so far; null where all is.</summary>
    public double? KnownShare { get; init; }

    /// <summary>What the count will come to once all reports are in; null where they are, or where the count is kept back.</summary>
    public double? Estimate { get; init; }

    internal static ContributionView Of(Contribution part, ILookup<(string, string), HealthStream> streams, SmallCounts small, bool keptBack)
    {
        var signal = part.Signal;
        var hidden = small.Hides(signal.Observed, streams[(signal.Condition, signal.Source)].FirstOrDefault()?.Persons ?? true);
        return new(
            signal.Source, signal.Territory, part.IsNeighbour, signal.Day, hidden ? null : signal.Observed, signal.Expected, signal.Threshold,
            hidden ? null : signal.PValue, keptBack ? null : part.Share, signal.IsAlarm, signal.Method, hidden)
        {
            KnownShare = signal.KnownShare, Estimate = hidden ? null : signal.Estimate,
        };
    }
}

/// <summary>A warning as the API shows it.</summary>
public sealed record WarningView
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Code of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>The place it began at.</summary>
    public required string Territory { get; init; }

    /// <summary>All places it reached, each with its first day.</summary>
    public required IReadOnlyDictionary<string, DateOnly> Places { get; init; }

    /// <summary>All sources that spoke for it, each with its first day.</summary>
    public required IReadOnlyDictionary<string, DateOnly> Sources { get; init; }

    /// <summary>1 red, 2 orange, 3 yellow, 4 blue.</summary>
    public int Level { get; init; }

    /// <summary>The level that the sweep gave it.</summary>
    public int SweptLevel { get; init; }

    /// <summary>How far people have come.</summary>
    public WarningStage Stage { get; init; }

    /// <summary>What may be done with it now.</summary>
    public required IReadOnlyList<WarningAct> Acts { get; init; }

    /// <summary>The day that opened it.</summary>
    public DateOnly Opened { get; init; }

    /// <summary>The last day with a finding.</summary>
    public DateOnly LastSeen { get; init; }

    /// <summary>The day it emerged.</summary>
    public DateOnly Onset { get; init; }

    /// <summary>Combined p-value of its strongest finding.</summary>
    public double? PValue { get; init; }

    /// <summary>False discovery rate at which it would just be raised.</summary>
    public double? Rate { get; init; }

    /// <summary>What each stream did, the weightiest first.</summary>
    public required IReadOnlyList<ContributionView> Contributions { get; init; }

    /// <summary>Names of the plain rules that hold.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>7-1-7.</summary>
    public required Timeliness Timeliness { get; init; }

    /// <summary>The version to send with an act.</summary>
    public int Version { get; init; }

    internal static WarningView Of(HealthWarning w, PlanProgress? progress, List<HealthStream> streams, SmallCounts small, CityContext city)
    {
        var memory = w.Memory;
        var keptBack = small.Hides(memory.Strongest, streams);
        var known = streams.ToLookup(s => (s.Condition, s.Source));
        return new()
        {
            Id = w.Id, Condition = w.Condition, Territory = w.Territory, Places = memory.Places, Sources = memory.Sources, Level = (int)w.LevelNow, SweptLevel = w.Level, Stage = w.Stage,
            Acts = w.MergedInto is null ? [.. WarningTransitions.From(w.Stage)] : [], Opened = w.Opened, LastSeen = w.LastSeen, Onset = w.Onset,
            PValue = keptBack ? null : memory.Strongest.PValue, Rate = keptBack ? null : memory.Strongest.Rate, Contributions = [.. memory.Strongest.Contributions.Select(c => ContributionView.Of(c, known, small, keptBack))],
            Rules = [.. memory.Strongest.Rules.Select(r => r.Rule.Name)], Timeliness = Timeliness.Of(w, progress, city.Clock), Version = w.Version,
        };
    }
}

/// <summary>A page of warnings.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Warnings">Those of the page.</param>
public sealed record WarningPage(int Total, IReadOnlyList<WarningView> Warnings);

/// <summary>What was not raised on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Series">How many series there were.</param>
/// <param name="Judged">How many had history enough.</param>
/// <param name="Raised">How many findings were raised.</param>
/// <param name="Near">The closest of the others; last those whose distance is kept from the reader, which their place in the order would tell.</param>
public sealed record QuietDayView(DateOnly Day, int Series, int Judged, int Raised, IReadOnlyList<NearView> Near)
{
    internal static QuietDayView Of(SweepRecord record, List<HealthStream> streams, SmallCounts small)
    {
        var known = streams.ToLookup(s => (s.Condition, s.Source));
        return new(record.Day, record.Series, record.Judged, record.Raised, [.. record.NearFindings.OrderBy(f => small.Hides(f, streams)).Select(f =>
        {
            var keptBack = small.Hides(f, streams);
            return new NearView(
                f.Condition, f.Territory, keptBack ? null : f.PValue, keptBack ? null : f.Rate, keptBack ? null : f.Distance,
                [.. f.Contributions.Select(c => ContributionView.Of(c, known, small, keptBack))]);
        })]);
    }
}

/// <summary>A finding that was not raised.</summary>
/// <param name="Condition">Code of the condition.</param>
/// <param name="Territory">Code of the place.</param>
/// <param name="PValue">Combined p-value; this and the next two null where they rest on a count that is kept from the reader.</param>
/// <param name="Rate">False discovery rate at which it would just be raised.</param>
/// <param name="Distance">Powers of ten from being raised.</param>
/// <param name="Contributions">What each stream did.</param>
public sealed record NearView(string Condition, string Territory, double? PValue, double? Rate, double? Distance, IReadOnlyList<ContributionView> Contributions);
