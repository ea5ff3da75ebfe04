namespace CityLoom.Detection.Cdc;

/// <summary>Settings of the historical limits method.</summary>
public sealed record CdcOptions
{
    /// <summary>Past years (b).</summary>
    public int Years { get; init; } = 5;

    /// <summary>Months of four weeks to both sides of the same month (m).</summary>
    public int Months { get; init; } = 1;

    /// <summary>Probability outside both limits together.</summary>
    public double Alpha { get; init; } = 0.025;
}
