namespace CityLoom.Detection.Space;

/// <summary>A place and time with more cases than expected.</summary>
/// <param name="Centre">Site in the middle.</param>
/// <param name="Members">The sites of the zone by distance from the centre.</param>
/// <param name="RadiusKm">Distance of the farthest member.</param>
/// <param name="FirstDay">First day of the window, from 0.</param>
/// <param name="LastDay">Last day of the window, inclusive.</param>
public sealed record Cluster(Site Centre, IReadOnlyList<Site> Members, double RadiusKm, int FirstDay, int LastDay)
{
    /// <summary>Cases in the zone within the window.</summary>
    public required int Observed { get; init; }

    /// <summary>Cases that the model expects there.</summary>
    public required double Expected { get; init; }

    /// <summary>Risk inside over risk outside; infinite when every case is inside.</summary>
    public required double RelativeRisk { get; init; }

    /// <summary>Logarithm of the likelihood ratio.</summary>
    public required double LogLikelihoodRatio { get; init; }

    /// <summary>Share of random worlds whose best cluster is as good, this one counted among them; null without replicates.</summary>
    public required double? PValue { get; init; }

    /// <summary>Observed over expected.</summary>
    public double Ratio => Observed / Expected;

    /// <summary>How rarely chance alone gives such a cluster: days between two of them when the scan runs every so many days.</summary>
    public double? RecurrenceDays(double daysBetweenScans = 1) => daysBetweenScans / PValue;
}
