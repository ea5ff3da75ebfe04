using System.CommandLine;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Inputs;
using CityLoom.Reach.Profiles;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Tables;

namespace CityLoom.Verbs;

/// <summary>The options by which verbs name a road network, a profile and a datum, and how they are opened.</summary>
internal static class RoadInput
{
    public static readonly Option<FileInfo> Graph = new("--graph")
    {
        Description = "路网：cityloom roads import 所得 .graph，或 DIMACS .gr[.gz] / roads: a .graph of cityloom roads import, or DIMACS .gr[.gz]",
        HelpName = "FILE",
    };

    public static readonly Option<FileInfo?> Coordinates = new("--coordinates")
    {
        Description = "DIMACS 坐标 / coordinates of a DIMACS graph: .co[.gz]",
        HelpName = "FILE",
    };

    public static readonly Option<string> ProfileName = new("--profile")
    {
        Description = "行驶方式 / how it drives: civil, ambulance, or one of --profiles",
        HelpName = "NAME",
        DefaultValueFactory = _ => "ambulance",
    };

    public static readonly Option<FileInfo?> Profiles = new("--profiles") { Description = "自备行驶方式 / a city's own profiles, JSON", HelpName = "FILE" };

    public static readonly Option<int?> Hour = new("--hour") { Description = "钟点，0–23；不写为畅通 / hour of the day; free roads when left out", HelpName = "H" };

    public static readonly Option<double> UnitsPerSecond = new("--units-per-second")
    {
        Description = "DIMACS 图的时间单位：每秒几个 / how many units of a DIMACS graph make a second",
        HelpName = "N",
        DefaultValueFactory = _ => 1000,
    };

    public static readonly Option<string> InDatum = new("--datum")
    {
        Description = "坐标所用基准：wgs84 或 gcj02，输入输出同此 / what coordinates refer to, in and out",
        HelpName = "DATUM",
        DefaultValueFactory = _ => "wgs84",
    };

    /// <summary>Adds the options by which a verb for people names roads and how they are driven.</summary>
    public static void AddTo(Command command)
    {
        foreach (var option in new Option[] { Graph, Coordinates, UnitsPerSecond, ProfileName, Profiles, Hour, InDatum })
        {
            command.Add(option);
        }
    }

    /// <summary>Runs what reads road files; a file that cannot be taken ends with its words.</summary>
    public static int Guarded(Terminal terminal, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception e) when (e is RoadFileException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return terminal.Refuse(e.Message);
        }
    }

    /// <summary>The network that the options name, with its times. A mapped file stays open until the process ends.</summary>
    public static TravelTimes Open(ParseResult parsed)
    {
        var graph = parsed.GetValue(Graph) ?? throw new RoadFileException("--graph FILE 缺少 / is missing: name the road network");
        return graph.Extension == ".graph" ? OfProfile(Named(graph, () => RoadFile.Open(graph.FullName).Network), parsed) : Named(graph, () =>
        {
            using var arcs = graph.OpenRead();
            using var places = parsed.GetValue(Coordinates)?.OpenRead();
            var units = parsed.GetValue(UnitsPerSecond);
            return units > 0 ? DimacsReader.Read(arcs, places, units) : throw new RoadFileException($"--units-per-second {units}: 应大于 0 / it is above 0");
        });
    }

    /// <summary>The same, for verbs that look for the roads nearest to places: without those from which there is no way back.</summary>
    public static TravelTimes OpenForPlaces(ParseResult parsed) => Open(parsed).WithoutTraps();

    /// <summary>The datum named; wrong names are refused.</summary>
    public static Datum DatumOf(ParseResult parsed) => parsed.GetValue(InDatum)!.ToLowerInvariant() switch
    {
        "wgs84" => Datum.Wgs84,
        "gcj02" => Datum.Gcj02,
        var other => throw new RoadFileException($"--datum {other}: 只有 wgs84 和 gcj02 / there are wgs84 and gcj02"),
    };

    public static CsvTable Table(FileInfo file)
    {
        using var bytes = file.OpenRead();
        using var text = new StreamReader(Packed.Open(bytes));
        return CsvTable.Read(file.Name, text);
    }

    /// <summary>The place that two columns of a row tell in degrees.</summary>
    public static Position Place(FileInfo file, CsvTable table, (int Line, string[] Fields) row, (int X, int Y) columns, Datum datum) =>
        (table.Number(row, columns.X), table.Number(row, columns.Y)) is var (longitude, latitude) && Position.OnEarth(longitude, latitude)
            ? Gcj02.Read(longitude, latitude, datum)
            : throw new RoadFileException($"{file.Name}, line {row.Line}: 不是经纬度 / not a longitude and a latitude: {row.Fields[columns.X]}, {row.Fields[columns.Y]}");

    /// <summary>The nodes that a table names in its column <c>node</c>, or its first.</summary>
    public static int[] Nodes(RoadNetwork network, FileInfo file, CsvTable table)
    {
        var column = Math.Max(0, table.FindColumn("node", "id"));
        return table.Rows.Select(row => network.NodeOf(table.Whole(row, column)) is var node and >= 0
            ? node
            : throw new RoadFileException($"{file.Name}, line {row.Line}: 路网没有结点 / the network has no node {row.Fields[column]}")).ToArray();
    }

    /// <summary>Writes beside the file first, so that a broken run leaves nothing half; <c>-</c> is standard output.</summary>
    public static void Write(Terminal terminal, string path, Action<TextWriter> write)
    {
        if (path == "-")
        {
            write(terminal.Output);
            terminal.Output.Flush();
            return;
        }
        var draft = path + ".part";
        try
        {
            using (var writer = new StreamWriter(draft))
            {
                write(writer);
            }
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static TravelTimes OfProfile(RoadNetwork network, ParseResult parsed)
    {
        if (network.Facts.IsEmpty)
        {
            return new(network, network.GivenTimes.ToArray());
        }
        var (name, known) = (parsed.GetValue(ProfileName), Known(parsed.GetValue(Profiles)));
        var profile = known.FirstOrDefault(profile => profile.Name == name)
            ?? throw new RoadFileException($"--profile {name}: 没有 / there is none; there are {string.Join(", ", known.Select(profile => profile.Name))}");
        var hour = parsed.GetValue(Hour);
        return hour is null or (>= 0 and <= 23) ? profile.Times(network, hour) : throw new RoadFileException($"--hour {hour}: 应为 0–23 / hours are 0 to 23");
    }

    private static IReadOnlyList<Profile> Known(FileInfo? file)
    {
        using var stream = file?.OpenRead();
        return stream is null ? ProfileBook.Own : [.. ProfileBook.Read(stream), .. ProfileBook.Own];
    }

    /// <summary>Opens a file; what is wrong with it is told with its name.</summary>
    public static T Named<T>(FileInfo file, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (RoadFileException e)
        {
            throw new RoadFileException($"{file.Name}: {e.Message}", e);
        }
    }
}
