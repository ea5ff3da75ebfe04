namespace CityLoom.Detection.Farrington;

/// <summary>Settings of the flexible Farrington detector; the defaults are those of R's <c>farringtonFlexible</c>.</summary>
public sealed record FlexibleOptions
{
    /// <summary>The settings that Noufaily et al. (2013) recommend: ten seasonal levels, trend always, half a year left out.</summary>
    public static FlexibleOptions Noufaily { get; } = new()
    {
        Levels = 10, PastLeftOut = 26, TrendPValue = 1, Threshold = ThresholdMethod.NegativeBinomial, Alpha = 0.005, FewCases = 0, FewPeriods = 4,
    };

    /// <summary>Years of history that are compared with (b).</summary>
    public int Years { get; init; } = 5;

    /// <summary>Periods to both sides of the same time of year (w).</summary>
    public int HalfWindow { get; init; } = 3;

    /// <summary>True to give past outbreaks less weight and fit again.</summary>
    public bool Reweight { get; init; } = true;

    /// <summary>Standardized residual above which a past count is taken for an outbreak.</summary>
    public double WeightsThreshold { get; init; } = 2.58;

    /// <summary>Wanted rate of false alarms of one period, one-sided.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>True to allow a trend.</summary>
    public bool Trend { get; init; } = true;

    /// <summary>A trend with a p-value at or above this is dropped; 1 keeps every plausible trend.</summary>
    public double TrendPValue { get; init; } = 0.05;

    /// <summary>No alarm while the last <see cref="FewPeriods"/> counts sum up to less than this.</summary>
    public double FewCases { get; init; } = 5;

    /// <summary>How many periods, the judged one among them, are summed for <see cref="FewCases"/>.</summary>
    public int FewPeriods { get; init; } = 4;

    /// <summary>Scale on which the normal threshold is formed.</summary>
    public PowerTransform Power { get; init; } = PowerTransform.TwoThirds;

    /// <summary>Seasonal levels in a year (noPeriods); 1 compares with the windows only.</summary>
    public int Levels { get; init; } = 1;

    /// <summary>Latest periods before the judged one that are left out of the baseline; null for <see cref="HalfWindow"/>.</summary>
    public int? PastLeftOut { get; init; }

    /// <summary>How the threshold follows from the prediction.</summary>
    public ThresholdMethod Threshold { get; init; } = ThresholdMethod.Delta;

    /// <summary>True to model rates of the series' population.</summary>
    public bool PopulationOffset { get; init; }

    /// <summary>
    /// True to repeat the reference to the letter: the standard error of the prediction takes its dispersion from the prior
    /// weights, and the score of the negative binomial thresholds mixes the scales. False for what the paper says.
    /// </summary>
    public bool RCompatible { get; init; }

    internal int LeftOut => PastLeftOut ?? HalfWindow;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Years, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(HalfWindow);
        ArgumentOutOfRangeException.ThrowIfLessThan(Levels, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(LeftOut, nameof(PastLeftOut));
        if (!(Alpha > 0 && Alpha < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Alpha), Alpha, "alpha lies between 0 and 1");
        }
    }
}
