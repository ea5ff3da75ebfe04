namespace CityLoom.Detection.Fusion;

/// <summary>How the p-values of several streams become one.</summary>
public enum Combination
{
    /// <summary>
    /// Weighted Cauchy combination (Liu and Xie 2020), p-values cut at 0.99 (Fang et al. 2023). Needs no knowledge of how the streams depend on each
    /// other; near exact for small p.
    /// </summary>
    Cauchy,

    /// <summary>Weighted harmonic mean times e log k, valid for equal weights whatever the dependence (Vovk and Wang 2020); cautious.</summary>
    HarmonicMean,

    /// <summary>Weighted Fisher statistic against a scaled chi-square that allows for known correlations (Brown 1975; Kost and McDermott 2002).</summary>
    Brown,

    /// <summary>Weighted sum of normal scores, its variance that of known correlations (Stouffer, Liptak, Strube 1985).</summary>
    Stouffer,
}
