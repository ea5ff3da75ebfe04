namespace CityLoom.Detection.Farrington;

/// <summary>Settings of the cumulative Farrington detector; the limits were chosen on simulated outbreaks (see the docs).</summary>
public sealed record CumulativeOptions
{
    /// <summary>The model; its years are the fewest that are needed, its threshold method, few-cases rule and alpha are not used.</summary>
    public FlexibleOptions Model { get; init; } = FlexibleOptions.Noufaily with { WeightsThreshold = 1.8 };

    /// <summary>Most years of history that are used where they are there.</summary>
    public int MostYears { get; init; } = 10;

    /// <summary>Limit of the p-value of the judged period alone.</summary>
    public double SingleAlpha { get; init; } = 0.00105;

    /// <summary>Limit of the p-value of the judged period and the one before together.</summary>
    public double SumAlpha { get; init; } = 0.0015;

    /// <summary>The sum is asked only while the judged period's own p-value is below this: an outbreak that is over is not called again.</summary>
    public double StillHigh { get; init; } = 0.15;
}
