using System.IO.Compression;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Tables;

namespace CityLoom.Reach.Cover;

/// <summary>A point of demand.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Weight">How much it counts, people for example; 0 or more.</param>
public readonly record struct Demand(Position Place, double Weight);

/// <summary>
/// A city's emergency case as a folder of CSV files: <c>nodes.csv[.gz]</c> (node, lon, lat, off_road_access), <c>arcs.csv[.gz]</c> (from, to,
/// and a column of seconds for each way of driving), <c>stations.csv</c> (index, x, y) and <c>demand-points.csv</c> (id, lon, lat, weight).
/// </summary>
/// <param name="Times">The roads in ten-thousandths of a second.</param>
/// <param name="Access">The nodes at which a vehicle may leave or enter the road.</param>
/// <param name="Stations">Where the stations are, in WGS-84.</param>
/// <param name="Demands">Where the demand is.</param>
public sealed record CoverCase(TravelTimes Times, NodeIndex Access, IReadOnlyList<Position> Stations, IReadOnlyList<Demand> Demands)
{
    private const double UnitsPerSecond = 10_000;

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="secondsColumn">The column of <c>arcs.csv</c> that holds the seconds.</param>
    /// <exception cref="RoadFileException">A file is missing or something in it is wrong.</exception>
    public static CoverCase Read(string folder, string secondsColumn = "lights_and_sirens_s")
    {
        var (list, access) = ReadNodes(Table(folder, "nodes.csv"));
        ReadArcs(list, Table(folder, "arcs.csv"), secondsColumn);
        var network = NetworkAssembly.Assemble(list);
        var times = new TravelTimes(network, network.Arrays.GivenTimes.ToArray(), UnitsPerSecond);
        var (stations, demands) = (Table(folder, "stations.csv", "index"), Table(folder, "demand-points.csv"));
        var weight = demands.Column("weight");
        return new(
            times,
            new NodeIndex(network, node => access.Contains(network.Ids[node])),
            Places(stations, stations.Column("x", "lon"), stations.Column("y", "lat")),
            Places(demands, demands.Column("lon"), demands.Column("lat")).Zip(demands.Rows, (place, row) => new Demand(place, Weight(demands, row, weight))).ToList());
    }

    private static CsvTable Table(string folder, string name, string? firstColumn = null)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            using var text = new StreamReader(path);
            return CsvTable.Read(name, text, firstColumn);
        }
        if (!File.Exists(path + ".gz"))
        {
            throw new RoadFileException($"{folder}: there is neither {name} nor {name}.gz");
        }
        try
        {
            using var unpacked = new StreamReader(new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress));
            return CsvTable.Read(name, unpacked, firstColumn);
        }
        catch (InvalidDataException e)
        {
            throw new RoadFileException($"{name}.gz: the gzip data are damaged: {e.Message}", e);
        }
    }

    private static (ArcList List, HashSet<long> Access) ReadNodes(CsvTable table)
    {
        var (list, access) = (new ArcList(), new HashSet<long>());
        var (node, offRoad) = (table.Column("node"), table.Column("off_road_access"));
        list.Ids = table.Rows.Select(row => table.Whole(row, node)).ToArray();
        list.Positions = [.. Places(table, table.Column("lon"), table.Column("lat"))];
        access.UnionWith(table.Rows.Where(row => row.Fields[offRoad] != "0").Select(row => table.Whole(row, node)));
        return (list, access);
    }

    private static void ReadArcs(ArcList list, CsvTable table, string secondsColumn)
    {
        var (from, to, seconds) = (table.Column("from"), table.Column("to"), table.Column(secondsColumn));
        var number = new Dictionary<long, int>(list.Ids.Length);
        for (var node = 0; node < list.Ids.Length; node++)
        {
            number[list.Ids[node]] = node;
        }
        foreach (var row in table.Rows)
        {
            var time = Math.Round(table.Number(row, seconds) * UnitsPerSecond);
            if (!number.TryGetValue(table.Whole(row, from), out var tail) || !number.TryGetValue(table.Whole(row, to), out var head) || time is < 0 or >= TravelTimes.Closed)
            {
                throw new RoadFileException($"arcs, line {row.Line}: an arc joins two nodes of nodes.csv and takes 0 seconds or more");
            }
            list.Tails.Add(tail);
            list.Heads.Add(head);
            list.Times.Add((int)time);
        }
    }

    private static List<Position> Places(CsvTable table, int x, int y) => table.Rows.Select(row =>
        Position.OnEarth(table.Number(row, x), table.Number(row, y))
            ? Position.OfDegrees(table.Number(row, x), table.Number(row, y))
            : throw new RoadFileException($"line {row.Line}: {row.Fields[x]}, {row.Fields[y]} is not a longitude and a latitude in degrees")).ToList();

    private static double Weight(CsvTable table, (int Line, string[] Fields) row, int column) =>
        table.Number(row, column) is var weight and >= 0 ? weight : throw new RoadFileException($"demand-points.csv, line {row.Line}: a weight is 0 or more");
}
