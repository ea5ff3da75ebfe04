using System.Text.Json;
using CityLoom.Detection.Space;

namespace CityLoom.Verbs.Detect;

/// <summary>
/// Scans over a folder with <c>sites.csv</c> (id, x_km, y_km, population), <c>spatial_cases.csv</c> (id, cases), <c>st_cases.csv</c> (id, day,
/// cases) and the settings <c>cases_scan.json</c>; writes <c>results_scan.json</c>.
/// </summary>
internal static class ScanFolder
{
    public static int Run(string input, string output, Terminal terminal) => FolderRun.Guarded(terminal, bad =>
    {
        var sites = InputTable.Open(input, "sites.csv", bad).Read(["id", "x_km", "y_km", "population"], row =>
            new Site(row[0], InputTable.Number(row[1]), InputTable.Number(row[2]), InputTable.Number(row[3])));
        var order = new NeighbourOrder(sites);
        var counts = new ScanCounts(input, order, bad);
        var results = Settings(input).ConvertAll(one => ScanReport.Of(one, SpaceScan.Run(order, counts.Of(one), one.Options())));
        OutputTable.Save(output, "results_scan.json", JsonSerializer.Serialize(results, ScanReport.Shape) + "\n");
    });

    private static List<ScanSettings> Settings(string input)
    {
        const string file = "cases_scan.json";
        var path = Path.Combine(input, file);
        if (!File.Exists(path))
        {
            throw new TableProblem($"{path}: there is no such file");
        }
        try
        {
            var settings = JsonSerializer.Deserialize<List<ScanSettings?>>(File.ReadAllText(path), ScanReport.Shape) ?? [null];
            return settings.ConvertAll(one => one is { Id: not null, Data: not null, Model: not null }
                ? one
                : throw new TableProblem($"{file}: every case needs id, data and model"));
        }
        catch (JsonException wrong)
        {
            throw new TableProblem($"{file}: {wrong.Message}");
        }
    }
}
