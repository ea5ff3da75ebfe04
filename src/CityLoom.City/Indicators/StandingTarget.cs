using CityLoom.City.Territories;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Indicators;

/// <summary>A target with how it stands today.</summary>
/// <param name="Stored">The target as it is kept.</param>
/// <param name="Indicator">What it is about.</param>
/// <param name="Target">The target as it is judged.</param>
/// <param name="Standing">The verdict with its reckoning.</param>
/// <param name="Observations">Everything observed for its indicator and territory, every revision.</param>
public sealed record StandingTarget(
    StoredTarget Stored, Indicator Indicator, Target Target, TargetStanding Standing, IReadOnlyList<StoredObservation> Observations)
{
    private static readonly TargetStatus[] Order =
        [TargetStatus.Overdue, TargetStatus.Behind, TargetStatus.NoData, TargetStatus.OnTrack, TargetStatus.Ahead, TargetStatus.Met];

    /// <summary>All targets with their standing, those that need somebody first; three queries however many there are.</summary>
    /// <param name="session">Where they are stored.</param>
    /// <param name="filter">Which ones.</param>
    /// <param name="territories">The division tree.</param>
    /// <param name="asOf">The civil day at whose end they are judged.</param>
    public static List<StandingTarget> Find(Session session, TargetFilter filter, TerritoryTree territories, DateOnly asOf)
    {
        var indicators = IndicatorBook.All(session).ToDictionary(i => i.Code, StringComparer.Ordinal);
        var observed = ObservationBook.OfTargets(session).ToLookup(o => (o.IndicatorId, o.Territory));
        return [.. TargetBook.All(session)
            .Where(t => filter.Lets(t, territories))
            .Select(t => Judge(t, indicators[t.Indicator], observed[(indicators[t.Indicator].Id, t.Territory)], asOf))
            .Where(t => filter.Status is null || t.Standing.Status == filter.Status)
            .OrderBy(t => Array.IndexOf(Order, t.Standing.Status))
            .ThenBy(t => territories.Depth(t.Stored.Territory))
            .ThenBy(t => t.Stored.Due)
            .ThenBy(t => t.Stored.Code, StringComparer.Ordinal)];
    }

    private static StandingTarget Judge(StoredTarget stored, Indicator indicator, IEnumerable<StoredObservation> observed, DateOnly asOf)
    {
        var target = stored.For(indicator);
        var observations = observed.ToList();
        return new StandingTarget(stored, indicator, target, target.Standing(observations.Select(o => o.Observed), asOf), observations);
    }
}

/// <summary>Which targets a list shows; a part that is null does not narrow it.</summary>
public sealed record TargetFilter
{
    /// <summary>One status.</summary>
    public TargetStatus? Status { get; init; }

    /// <summary>Code of a territory; those within it are meant too.</summary>
    public string? Territory { get; init; }

    /// <summary>Code of an indicator.</summary>
    public string? Indicator { get; init; }

    /// <summary>What set it, such as <c>directive</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Which of them set it.</summary>
    public long? SourceId { get; init; }

    internal bool Lets(StoredTarget target, TerritoryTree territories) =>
        (Territory is null || territories.Within(target.Territory, Territory))
        && (Indicator is null || target.Indicator == Indicator)
        && (Source is null || target.Source == Source)
        && (SourceId is null || target.SourceId == SourceId);
}
