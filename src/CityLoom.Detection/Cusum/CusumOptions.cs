using CityLoom.Detection.Series;

namespace CityLoom.Detection.Cusum;

/// <summary>How counts are brought to a nearly normal scale.</summary>
public enum CusumTransform
{
    /// <summary>(x - m) / √m.</summary>
    Standard,

    /// <summary>(x - 3m + 2√(x m)) / (2√m), Rossi et al. (1999).</summary>
    Rossi,

    /// <summary>1.5 (x^⅔ - m^⅔) / m^⅙.</summary>
    Anscombe,

    /// <summary>The same with the mean of the transformed count to second order.</summary>
    AnscombeSecond,

    /// <summary>(x - m) / √(m + α m²).</summary>
    PearsonNegativeBinomial,

    /// <summary>Counts as they are.</summary>
    None,
}

/// <summary>Where the mean in control comes from when it is no given number.</summary>
public enum InControlMean
{
    /// <summary>The mean of all counts before the watched ones.</summary>
    History,

    /// <summary>A Poisson regression on sine and cosine of the year, fitted to the counts before the watched ones.</summary>
    Seasonal,
}

/// <summary>Settings of the CUSUM chart; the defaults are those of R's <c>algo.cusum</c>.</summary>
public sealed record CusumOptions
{
    /// <summary>Reference value (k) on the transformed scale.</summary>
    public double Reference { get; init; } = 1.04;

    /// <summary>Decision limit (h) on the transformed scale.</summary>
    public double Limit { get; init; } = 2.26;

    /// <summary>The transformation.</summary>
    public CusumTransform Transform { get; init; } = CusumTransform.Standard;

    /// <summary>A known mean in control; null to take it from the history.</summary>
    public InControl? Mean { get; init; }

    /// <summary>How the history gives the mean.</summary>
    public InControlMean MeanFrom { get; init; } = InControlMean.History;

    /// <summary>α of the negative binomial transformation.</summary>
    public double Alpha { get; init; } = 0.1;

    /// <summary>True to begin at 0 again after an alarm, so that one outbreak does not alarm for ever.</summary>
    public bool Reset { get; init; }

    /// <summary>True to repeat a slip of the reference in the bound of <see cref="CusumTransform.AnscombeSecond"/>.</summary>
    public bool RCompatible { get; init; }
}
