using System.CommandLine;
using System.Globalization;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Hierarchies;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Tables;

namespace CityLoom.Verbs;

/// <summary><c>cityloom reach matrix</c>: times from each of some places to each of others.</summary>
internal static class ReachMatrix
{
    public static Command Create(Terminal terminal)
    {
        var origins = Places("--origins", "起点 / where from");
        var destinations = Places("--destinations", "终点 / where to");
        var output = new Option<string>("--out") { Description = "CSV：origin,destination,seconds；- 表示标准输出 / - for standard output", DefaultValueFactory = _ => "-" };
        var matrix = new Command("matrix", About) { origins, destinations, output };
        RoadInput.AddTo(matrix);
        matrix.SetAction(parsed => RoadInput.Guarded(terminal, () =>
        {
            var (times, datum) = (RoadInput.OpenForPlaces(parsed), RoadInput.DatumOf(parsed));
            var index = times.Network.Positions.IsEmpty ? null : new NodeIndex(times.Network, times.HasWay);
            var (from, to) = (Read(parsed.GetRequiredValue(origins), times, index, datum), Read(parsed.GetRequiredValue(destinations), times, index, datum));
            RoadInput.Write(terminal, parsed.GetValue(output)!, writer => Print(writer, times, from, to));
            return ExitCodes.Done;
        }));
        return matrix;
    }

    private static Option<FileInfo> Places(string name, string what) => new(name)
    {
        Description = $"{what}：CSV 列 node，或 lon,lat（可另有 id）/ CSV with node, or lon,lat (and id)",
        HelpName = "FILE",
        Required = true,
    };

    /// <summary>Places of a file, each at its node: by a column <c>node</c>, or the junction nearest to its coordinates.</summary>
    public static (string[] Names, int[] Nodes) Read(FileInfo file, TravelTimes times, NodeIndex? index, Datum datum)
    {
        var table = RoadInput.Table(file);
        var (x, y, id) = (table.FindColumn("lon", "longitude", "x"), table.FindColumn("lat", "latitude", "y"), Math.Max(0, table.FindColumn("id", "place", "code", "node", "name")));
        var names = table.Rows.Select(row => row.Fields[id]).ToArray();
        if (table.FindColumn("node") >= 0 || x < 0 || y < 0)
        {
            return (names, RoadInput.Nodes(times.Network, file, table));
        }
        if (index is { IsEmpty: true })
        {
            throw new RoadFileException("路网中没有可行驶的道路 / no road of the network is open to this profile");
        }
        return index is null
            ? throw new RoadFileException("路网没有坐标，请用 node 列或 --coordinates / the network has no coordinates: use a column node or --coordinates")
            : (names, table.Rows.Select(row => index.Nearest(RoadInput.Place(file, table, row, (x, y), datum)).Node).ToArray());
    }

    private static void Print(TextWriter writer, TravelTimes times, (string[] Names, int[] Nodes) from, (string[] Names, int[] Nodes) to)
    {
        var matrix = HierarchyMatrix.Quickest(times, from.Nodes, to.Nodes);
        writer.WriteLine("origin,destination,seconds");
        for (var i = 0; i < from.Nodes.Length; i++)
        {
            for (var j = 0; j < to.Nodes.Length; j++)
            {
                var seconds = matrix[i, j] < 0 ? "" : (matrix[i, j] / times.UnitsPerSecond).ToString("0.###", CultureInfo.InvariantCulture);
                writer.WriteLine($"{CsvTable.Quoted(from.Names[i])},{CsvTable.Quoted(to.Names[j])},{seconds}");
            }
        }
    }

    private const string About = """
        多点到多点的行车时间
          Times from each of some places to each of others; empty where there is no way. Places go by the nearest junction.

        示例 / Example:
          cityloom reach matrix --graph city.graph --profile ambulance --origins stations.csv --destinations hospitals.csv --out times.csv
        """;
}
