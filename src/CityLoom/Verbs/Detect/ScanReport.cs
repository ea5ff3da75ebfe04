using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityLoom.Detection.Space;

namespace CityLoom.Verbs.Detect;

/// <summary>A result in the shape of <c>results_scan.json</c>: days from 1, a zone of one site as a string, a p-value of 1 without replicates.</summary>
internal sealed record ScanReport(string Id, int TotalCases, int Replications, IReadOnlyDictionary<string, double?> NullMaxLlrQuantiles, IReadOnlyList<ScanReport.Zone> Clusters)
{
    private static readonly (string Name, double Share)[] Shares = [("q50", 0.5), ("q90", 0.9), ("q95", 0.95), ("q99", 0.99)];

    public static JsonSerializerOptions Shape { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static ScanReport Of(ScanSettings settings, ScanResult result) => new(
        settings.Id,
        result.TotalCases,
        result.Maxima.Count,
        result.Maxima.Count == 0 ? new Dictionary<string, double?>() : Shares.ToDictionary(share => share.Name, share => result.Quantile(share.Share)),
        [.. result.Clusters.Select(Describe)]);

    private static Zone Describe(Cluster cluster) => new(cluster.Centre.Id, cluster.RadiusKm)
    {
        Members = cluster.Members.Count == 1 ? cluster.Members[0].Id : cluster.Members.Select(site => site.Id).ToArray(),
        StartDay = cluster.FirstDay + 1,
        EndDay = cluster.LastDay + 1,
        Observed = cluster.Observed,
        Expected = cluster.Expected,
        ObsOverExp = cluster.Ratio,
        RelativeRisk = cluster.RelativeRisk,
        Llr = cluster.LogLikelihoodRatio,
        PValue = cluster.PValue ?? 1,
    };

    /// <summary>One cluster.</summary>
    internal sealed record Zone(string Centre, double RadiusKm)
    {
        public required object Members { get; init; }

        public required int StartDay { get; init; }

        public required int EndDay { get; init; }

        public required int Observed { get; init; }

        public required double Expected { get; init; }

        public required double ObsOverExp { get; init; }

        public required double RelativeRisk { get; init; }

        public required double Llr { get; init; }

        public required double PValue { get; init; }
    }
}
