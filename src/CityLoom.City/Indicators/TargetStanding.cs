namespace CityLoom.City.Indicators;

/// <summary>How a target stands on a day, with everything that leads to the verdict.</summary>
public sealed record TargetStanding
{
    /// <summary>The verdict.</summary>
    public required TargetStatus Status { get; init; }

    /// <summary>The day on which it was judged.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The observations that made the actual value, the latest revision of each period, in order of time.</summary>
    public required IReadOnlyList<Observation> Used { get; init; }

    /// <summary>Periods of the path that are over and of which nothing was reported (for a level those after the last report).</summary>
    public required IReadOnlyList<Period> Missing { get; init; }

    /// <summary>Observations left aside: another rhythm, outside the path, or not over on the day.</summary>
    public required IReadOnlyList<Observation> LeftAside { get; init; }

    /// <summary>The sum of the periods reported and the baseline (a flow), or the last level; null without data.</summary>
    public decimal? Actual { get; init; }

    /// <summary>What the path expects of the same periods (a flow), or at the end of the last one (a level).</summary>
    public decimal? Expected { get; init; }

    /// <summary>Actual minus expected.</summary>
    public decimal? Difference => Actual - Expected;

    /// <summary>How far the difference may go the wrong way and still be on track.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>
    /// What each period that is still open has to add on average (a flow), or how far a month has to move it (a level), to
    /// reach the value on the due day; for a flow of which less is better, how much each may still add. Null when nothing is left to do or no time.
    /// </summary>
    public decimal? RequiredPerPeriod { get; init; }

    /// <summary>The verdict and its reckoning in words.</summary>
    public required IReadOnlyList<Bilingual> Words { get; init; }
}
