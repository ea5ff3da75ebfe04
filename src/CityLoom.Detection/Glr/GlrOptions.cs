using CityLoom.Detection.Series;

namespace CityLoom.Detection.Glr;

/// <summary>What a change does to the mean.</summary>
public enum GlrChange
{
    /// <summary>It is multiplied by a factor.</summary>
    Intercept,

    /// <summary>Cases of the period before are added, times a factor.</summary>
    Epidemic,
}

/// <summary>Settings of likelihood ratio charts; the defaults are those of R's <c>algo.glrnb</c>.</summary>
public sealed record GlrOptions
{
    /// <summary>Limit of the statistic (c).</summary>
    public double Limit { get; init; } = 5;

    /// <summary>A known mean in control; null to fit a seasonal model to the history.</summary>
    public InControl? Mean { get; init; }

    /// <summary>True to fit the seasonal model anew after each alarm, to all counts up to it.</summary>
    public bool Refit { get; init; }

    /// <summary>True to tell as a finding's threshold the count that would alarm, which must be sought; otherwise it is the limit.</summary>
    public bool CasesAsThreshold { get; init; }

    /// <summary>Sine and cosine pairs of the seasonal model.</summary>
    public int Harmonics { get; init; } = 1;

    /// <summary>True for a trend in the seasonal model.</summary>
    public bool Trend { get; init; }

    /// <summary>Variance μ + α μ²; 0 for Poisson counts, null to estimate it with the seasonal model.</summary>
    public double? Alpha { get; init; } = 0;

    /// <summary>Known change of the log mean, for a plain likelihood ratio chart; null to take the likeliest change.</summary>
    public double? Shift { get; init; }

    /// <summary>What a change does.</summary>
    public GlrChange Change { get; init; } = GlrChange.Intercept;

    /// <summary>True to look for a fall instead of a rise.</summary>
    public bool Falling { get; init; }

    /// <summary>How far back a change may have begun (M), in periods; null for all.</summary>
    public int? Window { get; init; }

    /// <summary>Fewest periods that a change must have lasted (M tilde).</summary>
    public int Shortest { get; init; } = 1;

    /// <summary>True to repeat the reference's slips (windows without a case in a falling chart, Newton steps that run off, a falling chart that takes a known change as a rise).</summary>
    public bool RCompatible { get; init; }
}
