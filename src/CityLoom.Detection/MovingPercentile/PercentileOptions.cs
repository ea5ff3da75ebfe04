namespace CityLoom.Detection.MovingPercentile;

/// <summary>Settings of the moving percentile method.</summary>
public sealed record PercentileOptions
{
    /// <summary>Past years.</summary>
    public int Years { get; init; } = 5;

    /// <summary>Weeks to both sides of the same week.</summary>
    public int HalfWindow { get; init; } = 2;

    /// <summary>Which percentile, as a share: 0.8 for P80.</summary>
    public double Percentile { get; init; } = 0.8;

    /// <summary>True to signal only above the percentile; false, the method's own words, from reaching it on (and never at zero).</summary>
    public bool MustExceed { get; init; }
}
