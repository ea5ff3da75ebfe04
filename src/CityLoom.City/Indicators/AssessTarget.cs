namespace CityLoom.City.Indicators;

/// <summary>Judges a target by what was observed, and keeps the reckoning.</summary>
/// <remarks>
/// A flow is compared over the periods that were reported only: what those months brought against what the path expects
/// of the same months, so that a missing report looks neither like failure nor like success. A level is compared at the
/// end of the last period reported. Once the due day is over, a target that is not shown to be reached is overdue.
/// </remarks>
public static class AssessTarget
{
    /// <summary>How the target stands at the end of a day.</summary>
    /// <exception cref="ArgumentException">The target has a <see cref="Target.Fault"/>.</exception>
    public static TargetStanding Standing(this Target target, IEnumerable<Observation> observations, DateOnly asOf)
    {
        if (target.Fault is { } fault)
            throw new ArgumentException(fault.En, nameof(target));
        var all = observations.ToList();
        var used = all.Where(o => Speaks(target, o.Period, asOf))
            .GroupBy(o => o.Period)
            .Select(g => g.MaxBy(o => o.Revision)!)
            .OrderBy(o => o.Period)
            .ToList();
        var standing = new TargetStanding
        {
            Status = TargetStatus.NoData,
            AsOf = asOf,
            Used = used,
            Missing = Missing(target, used, asOf),
            LeftAside = [.. all.Where(o => !Speaks(target, o.Period, asOf))],
            Words = [],
        };
        standing = used.Count == 0 ? standing : Compared(target, standing);
        return standing with { Words = TargetWords.Of(target, standing) };
    }

    private static bool Speaks(Target target, Period period, DateOnly asOf) =>
        period.Rhythm == target.Rhythm && period.Last >= target.Start && period.Last <= asOf
        && (period.First <= target.Due || target.Accumulation == Accumulation.Level);

    private static List<Period> Missing(Target target, List<Observation> used, DateOnly asOf)
    {
        var reported = used.Select(o => o.Period).ToHashSet();
        var level = target.Accumulation == Accumulation.Level;
        return [.. Path(target).Where(p => p.Last <= asOf && !reported.Contains(p) && (!level || used.Count == 0 || p > used[^1].Period))];
    }

    private static IEnumerable<Period> Path(Target target) => Period.Between(target.Start, target.Due, target.Rhythm);

    private static TargetStanding Compared(Target target, TargetStanding standing)
    {
        var used = standing.Used;
        var flow = target.Accumulation == Accumulation.Flow;
        var actual = flow ? target.Baseline + used.Sum(o => o.Value) : used[^1].Value;
        var expected = flow
            ? target.Baseline + used.Sum(o => target.ExpectedIn(o.Period))
            : target.ExpectedAt(used[^1].Period.Last);
        var compared = standing with
        {
            Actual = actual,
            Expected = expected,
            Tolerance = target.Tolerance * Math.Abs(expected - target.Baseline),
        };
        var status = Status(target, compared);
        return compared with { Status = status, RequiredPerPeriod = Required(target, compared with { Status = status }) };
    }

    private static TargetStatus Status(Target target, TargetStanding standing)
    {
        if (IsReached(target, standing))
            return TargetStatus.Met;
        if (standing.AsOf > target.Due)
            return TargetStatus.Overdue;
        if (IsSpent(target, standing))
            return TargetStatus.Behind;
        var lead = target.Direction == Direction.HigherIsBetter ? standing.Difference : -standing.Difference;
        return lead > standing.Tolerance ? TargetStatus.Ahead : lead >= -standing.Tolerance ? TargetStatus.OnTrack : TargetStatus.Behind;
    }

    /// <summary>A sum that should stay small is kept only when every period of the path was reported; all else as soon as the value is there.</summary>
    private static bool IsReached(Target target, TargetStanding standing)
    {
        if (target.Direction == Direction.HigherIsBetter)
            return standing.Actual >= target.Value;
        return standing.Actual <= target.Value
            && (target.Accumulation == Accumulation.Level || standing.Used.Count == Path(target).Count());
    }

    /// <summary>Whether a sum that should stay small is over its value already.</summary>
    internal static bool IsSpent(Target target, TargetStanding standing) =>
        target is { Accumulation: Accumulation.Flow, Direction: Direction.LowerIsBetter } && standing.Actual > target.Value;

    private static decimal? Required(Target target, TargetStanding standing)
    {
        if (standing.Status is TargetStatus.Met or TargetStatus.Overdue || IsSpent(target, standing))
            return null;
        var left = target.Accumulation == Accumulation.Flow
            ? Path(target).Count() - standing.Used.Count
            : MonthClock.EndOf(target.Due) - MonthClock.EndOf(standing.Used[^1].Period.Last);
        return left > 0 ? (target.Value - standing.Actual) / left : null;
    }
}
