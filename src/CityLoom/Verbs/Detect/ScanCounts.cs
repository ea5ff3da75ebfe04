using CityLoom.Detection.Space;

namespace CityLoom.Verbs.Detect;

/// <summary>The counts of a scan folder, each file read when a case first needs it.</summary>
internal sealed class ScanCounts
{
    private readonly Lazy<CaseTable> _spatial;
    private readonly Lazy<(int Days, List<CaseCount> Cells)> _spaceTime;
    private readonly NeighbourOrder _order;

    public ScanCounts(string input, NeighbourOrder order, Action<string> bad)
    {
        _order = order;
        var numbers = order.Sites.Index().ToDictionary(site => site.Item.Id, site => site.Index);
        _spatial = new(() => new(order.Sites.Count, 1, InputTable.Open(input, "spatial_cases.csv", bad)
            .Read(["id", "cases"], row => new CaseCount(Site(row[0]), 0, Count(row[1])))));
        _spaceTime = new(() =>
        {
            var cells = InputTable.Open(input, "st_cases.csv", bad).Read(["id", "day", "cases"], row => new CaseCount(Site(row[0]), Day(row[1]), Count(row[2])));
            return (cells.Select(cell => cell.Day + 1).DefaultIfEmpty(1).Max(), cells);
        });

        int Site(string id) => numbers.TryGetValue(id, out var number) ? number : throw new FormatException($"'{id}' is not among the sites");
    }

    /// <summary>The counts that the settings name; the last day is that of the settings or the last with a case.</summary>
    public CaseTable Of(ScanSettings settings) => settings.Data switch
    {
        "spatial" => _spatial.Value,
        "spacetime" => SpaceTime(settings),
        _ => throw new TableProblem($"cases_scan.json: {settings.Id}: data is 'spatial' or 'spacetime', not '{settings.Data}'"),
    };

    private CaseTable SpaceTime(ScanSettings settings)
    {
        var days = settings.Days ?? _spaceTime.Value.Days;
        return new(_order.Sites.Count, days, _spaceTime.Value.Cells.Where(cell => cell.Day < days));
    }

    private static int Count(string text) =>
        InputTable.Whole(text) is var count and >= 0 ? count : throw new FormatException($"{text} cases; a count is 0 or more");

    private static int Day(string text) =>
        InputTable.Whole(text) is var day and >= 1 and <= 100_000 ? day - 1 : throw new FormatException($"day {text}; days are numbered from 1");
}
