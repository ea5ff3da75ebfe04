using System.Text.Json;
using CityLoom.Detection.Space;

namespace CityLoom.Oracles.Space;

public sealed class ScanOracleTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData("scan-01")]
    [InlineData("scan-02")]
    [InlineData("scan-03")]
    [InlineData("scan-04")]
    [InlineData("scan-05")]
    public void Clusters_are_those_of_the_reference(string id)
    {
        var (result, expected) = Run(id, withWorlds: false);

        Assert.Equal(expected.GetProperty("total_cases").GetInt32(), result.TotalCases);
        var clusters = expected.GetProperty("clusters").EnumerateArray().ToList();
        Assert.Equal(clusters.Count, result.Clusters.Count);
        foreach (var (theirs, ours) in clusters.Zip(result.Clusters))
        {
            Same(theirs, ours);
        }
    }

    [Theory]
    [InlineData("scan-01")]
    [InlineData("scan-02")]
    [InlineData("scan-03")]
    [InlineData("scan-04")]
    public void P_values_and_quantiles_of_chance_are_those_of_the_reference_but_for_chance(string id)
    {
        var (result, expected) = Run(id, withWorlds: true);
        var worlds = expected.GetProperty("replications").GetInt32();

        Assert.Equal(worlds, result.Maxima.Count);
        foreach (var (theirs, ours) in expected.GetProperty("clusters").EnumerateArray().Zip(result.Clusters))
        {
            var p = theirs.GetProperty("p_value").GetDouble();
            InBand(p, ours.PValue!.Value, worlds, ours.Centre.Id);
        }
        foreach (var (name, share) in new[] { ("q50", 0.5), ("q90", 0.9), ("q95", 0.95) })
        {
            var quantile = expected.GetProperty("null_max_llr_quantiles").GetProperty(name).GetDouble();
            InBand(1 - share, result.Maxima.Count(maximum => maximum >= quantile) / (double)worlds, worlds, name);
        }
    }

    private static (ScanResult Result, JsonElement Expected) Run(string id, bool withWorlds)
    {
        var settings = ScanReference.Json("cases_scan.json").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        var order = ScanReference.Order();
        var counts = ScanReference.Counts(order, settings.GetProperty("data").GetString() == "spatial");
        var expected = ScanReference.Json("results_scan.json").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        var options = ScanReference.Options(settings);
        return (SpaceScan.Run(order, counts, withWorlds ? options : options with { Replicates = 0 }), expected);
    }

    private static void Same(JsonElement theirs, Cluster ours)
    {
        var members = theirs.GetProperty("members");
        Assert.Equal(theirs.GetProperty("centre").GetString(), ours.Centre.Id);
        Assert.Equal(members.ValueKind == JsonValueKind.Array ? members.EnumerateArray().Select(one => one.GetString()!) : [members.GetString()!], ours.Members.Select(site => site.Id));
        Assert.Equal(theirs.GetProperty("start_day").GetInt32() - 1, ours.FirstDay);
        Assert.Equal(theirs.GetProperty("end_day").GetInt32() - 1, ours.LastDay);
        Assert.Equal(theirs.GetProperty("observed").GetInt32(), ours.Observed);
        Near.Equal(theirs.GetProperty("radius_km").GetDouble(), ours.RadiusKm, Tolerance, "radius");
        Near.Equal(theirs.GetProperty("expected").GetDouble(), ours.Expected, Tolerance, "expected");
        Near.Equal(theirs.GetProperty("obs_over_exp").GetDouble(), ours.Ratio, Tolerance, "ratio");
        Near.Equal(theirs.GetProperty("relative_risk").GetDouble(), ours.RelativeRisk, Tolerance, "relative risk");
        Near.Equal(theirs.GetProperty("llr").GetDouble(), ours.LogLikelihoodRatio, Tolerance, "likelihood ratio");
    }

    /// <summary>Both are shares of as many random worlds; they differ by five standard errors at most.</summary>
    private static void InBand(double expected, double actual, int worlds, string what)
    {
        var band = (5 * Math.Sqrt(2 * Math.Max(expected * (1 - expected), 1.0 / worlds) / worlds)) + (1.0 / worlds);
        Assert.True(Math.Abs(expected - actual) <= band, $"{what}: expected {expected} ± {band:F4}, got {actual}");
    }
}
