namespace CityLoom.Detection.Farrington;

/// <summary>Settings of the cumulative Farrington detector.</summary>
public sealed record CumulativeOptions
{
    /// <summary>The model; its threshold method, few-cases rule and alpha are not used.</summary>
    public FlexibleOptions Model { get; init; } = FlexibleOptions.Noufaily;

    /// <summary>Limit of the middle p-value of the judged period alone.</summary>
    public double SingleAlpha { get; init; } = 0.005;

    /// <summary>Limit of the middle p-value of sums over several periods.</summary>
    public double SumAlpha { get; init; } = 0.001;

    /// <summary>Longest sum, in periods.</summary>
    public int Longest { get; init; } = 3;
}
