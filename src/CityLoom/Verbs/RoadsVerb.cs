using System.CommandLine;
using System.Globalization;
using CityLoom.Emergency.Roads;
using CityLoom.Reach.Osm;
using CityLoom.Reach.Roads;

namespace CityLoom.Verbs;

/// <summary><c>cityloom roads</c>: road networks from OpenStreetMap.</summary>
internal static class RoadsVerb
{
    public static Command Create(Terminal terminal)
    {
        var roads = new Command("roads", "路网 / road networks: import an OpenStreetMap extract, see what is in a graph");
        roads.Add(Import(terminal));
        roads.Add(Show(terminal));
        return roads;
    }

    private static Command Import(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE.pbf") { Description = "OpenStreetMap 数据 / an OpenStreetMap extract in PBF" };
        var output = new Option<FileInfo>("--out") { Description = "要写的路网文件 / the graph file to write", HelpName = "FILE.graph", Required = true };
        var summary = new Option<bool>("--summary") { Description = "列出读到的内容 / print what was read" };
        var import = new Command("import", AboutImport) { file, output, summary };
        import.SetAction(parsed => RoadInput.Guarded(terminal, () =>
        {
            var report = Read(terminal, parsed.GetRequiredValue(file));
            var path = parsed.GetRequiredValue(output).FullName;
            RoadFile.Save(report.Network, path);
            if (Path.GetFileName(path) == CityRoads.FileName)
            {
                File.Delete(CityRoads.MarkOf(path));
            }

            if (parsed.GetValue(summary))
            {
                terminal.Table(["figure", "value"], [.. Figures(report), .. Figures(report.Network)]);
            }
            return ExitCodes.Done;
        }));
        return import;
    }

    private static Command Show(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE.graph") { Description = "路网文件 / a graph file" };
        var show = new Command("show", "核对并列出路网文件的内容 / check a graph file and print what is in it") { file };
        show.SetAction(parsed => RoadInput.Guarded(terminal, () =>
        {
            var path = parsed.GetRequiredValue(file);
            using var graph = RoadInput.Named(path, () => RoadFile.Open(path.FullName));
            terminal.Table(["figure", "value"], [.. Figures(graph.Network)]);
            return ExitCodes.Done;
        }));
        return show;
    }

    private static RoadImportReport Read(Terminal terminal, FileInfo file)
    {
        using var stream = file.OpenRead();
        try
        {
            return RoadImport.Read(stream, terminal.Counting("字节已读 / bytes read"));
        }
        catch (RoadFileException e)
        {
            throw new RoadFileException($"{file.Name}: {e.Message}", e);
        }
    }

    private static IEnumerable<string[]> Figures(RoadImportReport report) =>
    [
        ["osm_nodes", Number(report.Counts.Nodes)],
        ["osm_ways", Number(report.Counts.Ways)],
        ["osm_relations", Number(report.Counts.Relations)],
        ["road_ways", Number(report.Roads)],
        ["nodes_missing_in_file", Number(report.Missing)],
        ["turn_restrictions_read", Number(report.Turns.Read)],
        ["turn_restrictions_applied", Number(report.Turns.Applied)],
        ["turn_restrictions_skipped", Number(report.Turns.Skipped)],
        ["junctions_outside_main_part", Number(report.Dropped)],
    ];

    private static IEnumerable<string[]> Figures(RoadNetwork network)
    {
        yield return ["graph_nodes", Number(network.NodeCount)];
        yield return ["graph_arcs", Number(network.ArcCount)];
        foreach (var (kind, metres) in network.LengthByClass())
        {
            yield return [$"km_{kind}", (metres / 1000).ToString("F1", CultureInfo.InvariantCulture)];
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private const string AboutImport = """
        由 OpenStreetMap 数据（PBF）生成路网文件
          Makes a graph file of an OpenStreetMap extract in PBF: roads of all classes with both directions, so that every profile
          (civil, ambulance against one-way streets, through gates) finds its arcs. Only the largest connected part is kept.
          Turn restrictions at a node are kept; those over ways, with times or conditions are counted as skipped.

        示例 / Example:
          cityloom roads import porto.osm.pbf --out porto.graph --summary

        数据 © OpenStreetMap contributors, ODbL 1.0：发布结果时请注明 / name them when you publish results

        退出码 / Exit codes: 0 完成 done, 1 文件有误（指出字节位置）the file is damaged (told with its byte), 2 用法有误 wrong usage
        """;
}
