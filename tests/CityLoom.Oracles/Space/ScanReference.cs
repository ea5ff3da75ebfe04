using System.Text.Json;
using CityLoom.Detection.Space;

namespace CityLoom.Oracles.Space;

/// <summary>The reference's sites, counts, settings and clusters.</summary>
internal static class ScanReference
{
    public static NeighbourOrder Order()
    {
        var sites = new Columns(Reference.Shared("surveillance-reference", "scan", "sites.csv"));
        var (ids, x, y, population) = (sites.Of("id"), sites.Numbers("x_km"), sites.Numbers("y_km"), sites.Numbers("population"));
        return new([.. ids.Select((id, i) => new Site(id, x[i], y[i], population[i]))]);
    }

    public static CaseTable Counts(NeighbourOrder order, bool spatial)
    {
        var rows = new Columns(Reference.Shared("surveillance-reference", "scan", spatial ? "spatial_cases.csv" : "st_cases.csv"));
        var numbers = order.Sites.Select((site, i) => (site.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var days = spatial ? Enumerable.Repeat(1, rows.Count).ToArray() : rows.Integers("day");
        var cases = rows.Integers("cases");
        return new(order.Sites.Count, days.Max(), rows.Of("id").Select((id, i) => new CaseCount(numbers[id], days[i] - 1, cases[i])));
    }

    public static ScanOptions Options(JsonElement settings) => new()
    {
        Model = settings.GetProperty("model").GetString() == "poisson" ? ScanModel.Poisson : ScanModel.Permutation,
        Span = settings.TryGetProperty("time", out var time) && time.GetString() == "retrospective" ? ScanSpan.Retrospective : ScanSpan.Prospective,
        MaxDays = settings.TryGetProperty("max_days", out var days) ? days.GetInt32() : 1,
        MaxFraction = settings.GetProperty("max_fraction").GetDouble(),
        Replicates = settings.GetProperty("replications").GetInt32(),
        Seed = 20260101,
    };

    public static JsonElement Json(string file) =>
        JsonDocument.Parse(File.ReadAllText(Reference.Shared("surveillance-reference", "scan", file))).RootElement;
}
