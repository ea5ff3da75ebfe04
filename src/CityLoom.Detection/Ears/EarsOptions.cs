namespace CityLoom.Detection.Ears;

/// <summary>Which of the three EARS rules.</summary>
public enum EarsRule
{
    /// <summary>Against the mean of the days just before.</summary>
    C1,

    /// <summary>The same with a gap of two days.</summary>
    C2,

    /// <summary>Excesses of C2 summed over three days.</summary>
    C3,
}

/// <summary>Settings of EARS.</summary>
public sealed record EarsOptions
{
    /// <summary>The rule.</summary>
    public EarsRule Rule { get; init; } = EarsRule.C1;

    /// <summary>Days of the baseline, at least 3.</summary>
    public int Baseline { get; init; } = 7;

    /// <summary>Least standard deviation, so that quiet series do not alarm at one case; 0.5 or 1 for sparse counts.</summary>
    public double MinSigma { get; init; }

    /// <summary>Tail of the normal distribution; null for 0.001, or 0.025 for C3.</summary>
    public double? Alpha { get; init; }

    /// <summary>True for C3 as R's <c>earsC</c> computes it, in which today's count has no say.</summary>
    public bool RCompatible { get; init; }

    internal double Tail => Alpha ?? (Rule == EarsRule.C3 ? 0.025 : 0.001);
}
