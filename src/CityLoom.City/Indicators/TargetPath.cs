namespace CityLoom.City.Indicators;

/// <summary>The way from a target's baseline to its value: how much is expected by which day. It never turns back.</summary>
public abstract record TargetPath
{
    /// <summary>The same part every month (时序进度).</summary>
    public static TargetPath Even { get; } = new SeasonalPath([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], new("按月均分", "the same part each month"));

    /// <summary>Parts by month: twelve weights from January to December, used again each year.</summary>
    public static TargetPath ByMonth(params IReadOnlyList<decimal> weights) =>
        new SeasonalPath(Checked(weights, 12), new("按月分配（以月保季）", "parts by month"));

    /// <summary>Parts by quarter: four weights, used again each year; a quarter's part is spread evenly over its months.</summary>
    public static TargetPath ByQuarter(params IReadOnlyList<decimal> weights) =>
        new SeasonalPath([.. Checked(weights, 4).SelectMany(w => Enumerable.Repeat(w / 3, 3))], new("按季分配（以季保年）", "parts by quarter"));

    /// <summary>Through explicit waypoints, in a straight line from one to the next, from the baseline and to the value.</summary>
    public static TargetPath Through(params IReadOnlyList<Waypoint> waypoints) => new WaypointPath([.. waypoints.OrderBy(w => w.At)]);

    /// <summary>The path in words.</summary>
    public abstract Bilingual Words { get; }

    /// <summary>What is expected at the end of a day: the baseline before the start, the value from the due day on.</summary>
    internal abstract decimal ExpectedAt(Target target, DateOnly day);

    /// <summary>What keeps this path from leading to the target, or null.</summary>
    internal abstract Bilingual? FaultFor(Target target);

    private static IReadOnlyList<decimal> Checked(IReadOnlyList<decimal> weights, int count)
    {
        if (weights.Count != count || weights.Any(w => w < 0) || weights.Sum() == 0)
            throw new ArgumentException($"Needs {count} weights, none negative and not all zero.", nameof(weights));
        return weights;
    }
}
