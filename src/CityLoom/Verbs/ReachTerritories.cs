using System.CommandLine;
using System.Globalization;
using CityLoom.Reach.Cover;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Tables;

namespace CityLoom.Verbs;

/// <summary><c>cityloom reach territories</c>: how many people of each territory have a station within the time.</summary>
internal static class ReachTerritories
{
    public static Command Create(Terminal terminal)
    {
        var stations = File("--stations", "站点，CSV 列 lon,lat / stations: CSV with lon,lat");
        var people = File("--people", "人口点，CSV 列 territory,lon,lat,weight / where people live: CSV with these columns");
        var minutes = new Option<double>("--minutes") { Description = "时限（分钟）/ longest time in minutes", DefaultValueFactory = _ => 10, HelpName = "M" };
        var access = new Option<double>("--access-kmh") { Description = "地点与道路之间的速度 / speed between a place and its road", DefaultValueFactory = _ => 30 };
        var territories = new Command("territories", About) { stations, people, minutes, access };
        RoadInput.AddTo(territories);
        territories.SetAction(parsed => RoadInput.Guarded(terminal, () =>
        {
            if (parsed.GetValue(minutes) is not (> 0 and <= 1440) || parsed.GetValue(access) is not > 0)
            {
                return terminal.Refuse("--minutes 大于 0 且不超过 1440，--access-kmh 大于 0 / above 0 and at most 1440; above 0", ExitCodes.WrongUsage);
            }
            var (times, datum) = (RoadInput.OpenForPlaces(parsed), RoadInput.DatumOf(parsed));
            var at = Rows(parsed.GetRequiredValue(stations), datum, (_, _, place) => place);
            var live = Rows(parsed.GetRequiredValue(people), datum, Populated);
            Print(terminal, TerritoryCover.Of(times, at, live, TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(access)));
            return ExitCodes.Done;
        }));
        return territories;
    }

    private static Option<FileInfo> File(string name, string what) => new(name) { Description = what, HelpName = "FILE", Required = true };

    private static List<T> Rows<T>(FileInfo file, Datum datum, Func<CsvTable, (int Line, string[] Fields), Position, T> make)
    {
        var table = RoadInput.Table(file);
        var (x, y) = (table.Column("lon", "longitude", "x"), table.Column("lat", "latitude", "y"));
        return table.Rows.Select(row => make(table, row, RoadInput.Place(file, table, row, (x, y), datum))).ToList();
    }

    private static Populated Populated(CsvTable table, (int Line, string[] Fields) row, Position place)
    {
        var weight = table.Number(row, table.Column("weight", "population"));
        return weight >= 0
            ? new(row.Fields[table.Column("territory", "code", "name")], place, weight)
            : throw new RoadFileException($"line {row.Line}: 人数不能为负 / a weight is 0 or more");
    }

    private static void Print(Terminal terminal, IReadOnlyList<TerritoryCover> lines) => terminal.Table(
        ["territory", "people", "covered", "share", "share_twice", "mean_seconds"],
        lines.Select(line => new[]
        {
            line.Territory,
            Number(line.Total, "0.##"),
            Number(line.Covered, "0.##"),
            Number(line.Share, "F4"),
            Number(line.Total > 0 ? line.Twice / line.Total : 0, "F4"),
            double.IsNaN(line.MeanSeconds) ? "" : Number(line.MeanSeconds, "F1"),
        }).ToList());

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private const string About = """
        各区划有多少人在时限内有站点可达，未覆盖人数多的在前
          How many people of each territory have a station, or two, within the time; most uncovered people first.
          Stations and people go by their nearest road, exact to the part of it.

        示例 / Example:
          cityloom reach territories --graph city.graph --stations stations.csv --people people.csv --minutes 10 --hour 18
        """;
}
