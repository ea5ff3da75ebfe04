namespace CityLoom.Detection.Space;

/// <summary>What a scan found.</summary>
/// <param name="Clusters">Clusters that share no site, the most likely first.</param>
/// <param name="TotalCases">All cases that were scanned.</param>
/// <param name="Maxima">The best likelihood ratio of each random world, ascending; empty without replicates.</param>
public sealed record ScanResult(IReadOnlyList<Cluster> Clusters, int TotalCases, IReadOnlyList<double> Maxima)
{
    /// <summary>Quantile of the random worlds' best likelihood ratios (linear interpolation, type 7); null without replicates.</summary>
    public double? Quantile(double share)
    {
        if (Maxima.Count == 0)
        {
            return null;
        }
        var at = share * (Maxima.Count - 1);
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, Maxima.Count - 1);
        return Maxima[below] + ((at - below) * (Maxima[above] - Maxima[below]));
    }
}
