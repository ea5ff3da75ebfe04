namespace CityLoom.Detection.Farrington;

/// <summary>Settings of the Farrington detector of 1996; the defaults are those of R's <c>algo.farrington</c>.</summary>
public sealed record FarringtonOptions
{
    /// <summary>Years of history that are compared with (b).</summary>
    public int Years { get; init; } = 5;

    /// <summary>Periods to both sides of the same time of year (w).</summary>
    public int HalfWindow { get; init; } = 3;

    /// <summary>True to give past outbreaks less weight and fit again.</summary>
    public bool Reweight { get; init; } = true;

    /// <summary>Wanted rate of counts outside the two limits, both sides together.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>True to allow a trend.</summary>
    public bool Trend { get; init; } = true;

    /// <summary>No alarm while the last <see cref="FewPeriods"/> counts sum up to less than this.</summary>
    public double FewCases { get; init; } = 5;

    /// <summary>How many periods, the judged one among them, are summed for <see cref="FewCases"/>.</summary>
    public int FewPeriods { get; init; } = 4;

    /// <summary>Scale on which the normal threshold is formed.</summary>
    public PowerTransform Power { get; init; } = PowerTransform.TwoThirds;
}
