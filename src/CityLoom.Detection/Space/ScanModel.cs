namespace CityLoom.Detection.Space;

/// <summary>What a scan expects where nothing happens.</summary>
public enum ScanModel
{
    /// <summary>Cases follow the population, every day alike (Kulldorff 1997, 2001).</summary>
    Poisson,

    /// <summary>
    /// Each site keeps its cases and each day keeps its own; only their meeting is by chance (Kulldorff et al. 2005). Needs no population,
    /// and a weekday or a season that all places share raises nothing.
    /// </summary>
    Permutation,
}
