namespace CityLoom.Detection.Essence;

/// <summary>Settings of the detectors for daily counts; the defaults are those of CDC's Rnssp.</summary>
public sealed record EssenceOptions
{
    /// <summary>Most days of the baseline (B); a multiple of 7 for the regression.</summary>
    public int Baseline { get; init; } = 28;

    /// <summary>Days between baseline and the judged day (g).</summary>
    public int Guard { get; init; } = 2;

    /// <summary>Weight of today in the slow average, for gradual rises (w1).</summary>
    public double SlowWeight { get; init; } = 0.4;

    /// <summary>Weight of today in the quick average, for spikes (w2).</summary>
    public double QuickWeight { get; init; } = 0.9;

    /// <summary>The switch takes the regression from this adjusted R² on.</summary>
    public double GoodFit { get; init; } = 0.60;

    /// <summary>The p-value for which a finding's threshold is told; the reference's yellow by default.</summary>
    public double ThresholdAlpha { get; init; } = 0.05;

    /// <summary>Which day of the week a day counts like (regression and switch).</summary>
    public DayPattern Days { get; init; } = DayPattern.Plain;
}
