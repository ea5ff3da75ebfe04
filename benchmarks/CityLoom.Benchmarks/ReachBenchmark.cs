using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Hierarchies;
using CityLoom.Reach.Osm;
using CityLoom.Reach.Profiles;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Benchmarks;

/// <summary>The road engine on the stored networks, in CPU time of this process, beside what peers were measured at.</summary>
internal static class ReachBenchmark
{
    private const int TenMinutes = 166_667;

    public static Command Command()
    {
        var folder = new Option<DirectoryInfo?>("--roads") { Description = "Folder of road files; ../shared/data/roads beside the repository when left out" };
        var command = new Command("reach", "Reach, labels, new speeds, import and matrix on New York and Porto") { folder };
        command.SetAction(parsed => Run(parsed.GetValue(folder)?.FullName ?? Path.Combine(BenchmarkFolders.Repository, "..", "shared", "data", "roads")));
        return command;
    }

    private static int Run(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"{folder}: no such folder; name one with --roads");
            return 2;
        }
        Porto(folder);
        NewYork(folder);
        return 0;
    }

    private static void NewYork(string folder)
    {
        var york = Read(folder, "USA-road-t.NY.gr.gz", "USA-road-d.NY.co.gz");
        var sources = File.ReadLines(Path.Combine(folder, "ny-expected-sources.csv")).Skip(1)
            .Select(line => york.Network.NodeOf(long.Parse(line.Split(',')[0], CultureInfo.InvariantCulture))).ToArray();
        var search = new ReachSearch(york);
        Report("New York, 10-minute reach", "RoutingKit 1.08 ms, target 1", Median(100 * 9, i => search.Run(sources[i % sources.Length], TenMinutes)));
        Report("New York, full one-to-all", "RoutingKit 51.3 ms", Median(25, i => search.Run(sources[i])));
        var starts = Array.ConvertAll(sources, source => new Start(source));
        var (nearest, two) = (new NearestSearch(york), new NearestSearch(york, Heading.Outward, withSecond: true));
        Report("New York, nearest of 100 stations everywhere", "target 65 ms", Median(15, _ => nearest.Run(starts)));
        Report("New York, nearest two of 100 stations", "no peer", Median(15, _ => two.Run(starts)));
        var jam = york.OfArc.ToArray();
        Report("New York, new speeds for all arcs and reach", "target 200 ms", Median(9, i =>
        {
            new ReachSearch(new TravelTimes(york.Network, Array.ConvertAll(jam, time => time + (time / (i + 2))))).Run(sources[i], TenMinutes);
        }));
    }

    private static void Porto(string folder)
    {
        var path = Path.Combine(folder, "porto.osm.pbf");
        var first = ReachClock.Milliseconds();
        var network = Import(path);
        var cold = ReachClock.Milliseconds() - first;
        Report("Porto, PBF to graph, first time", "RoutingKit 1520 ms, target 1500", cold);
        Report("  the whole process so far", "RoutingKit 1520 ms", Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds);
        Console.WriteLine($"  peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB (target 500; RoutingKit 1265)");
        Report("Porto, PBF to graph, warm", "RoutingKit 1520 ms", Median(5, _ => network = Import(path)));
        var graph = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.graph");
        RoadFile.Save(network, graph);
        Report("Porto, graph file opened and checked", "no peer", Median(9, _ => RoadFile.Open(graph).Dispose()));
        File.Delete(graph);
        Report("Porto, times by profile", "no peer", Median(9, _ => ProfileBook.Own[0].Times(network)));
        Report("Porto, nearest road of a place", "no peer", Snapping(network));
        Matrix(Read(folder, "porto-car.gr.gz", "porto-car.co.gz"));
    }

    private static RoadNetwork Import(string path)
    {
        using var stream = File.OpenRead(path);
        return RoadImport.Read(stream).Network;
    }

    private static double Snapping(RoadNetwork network)
    {
        var (index, times, random) = (new RoadIndex(network), ProfileBook.Own[0].Times(network), new Random(1));
        return Median(1000, _ => index.Nearest(network.Positions[random.Next(network.NodeCount)], times));
    }

    private static void Matrix(TravelTimes times)
    {
        var random = new Random(7);
        var main = new ReachSearch(times).Run(times.Network.NodeCount / 2).ToArray();
        var origins = Enumerable.Range(0, 100).Select(_ => main[random.Next(main.Length)]).ToArray();
        var destinations = Enumerable.Range(0, 1000).Select(_ => main[random.Next(main.Length)]).ToArray();
        Report("Porto, matrix 100 x 1000 by searches", "OSRM 265 ms", Median(5, _ => TravelMatrix.Compute(times, origins, destinations, threads: 1)));
        RoadHierarchy? hierarchy = null;
        Report("Porto, hierarchy made", "RoutingKit CCH 2870 ms", Median(3, _ => hierarchy = RoadHierarchy.Of(times.Network)));
        Console.WriteLine($"  {hierarchy!.PairCount} pairs");
        HierarchyTimes? customized = null;
        Report("Porto, hierarchy given new times", "RoutingKit CCH 16.7 ms", Median(9, _ => customized = new(hierarchy, times)));
        Report("Porto, matrix 100 x 1000 over the hierarchy", "OSRM 265 ms, target 265", Median(9, _ => HierarchyMatrix.Compute(customized!, origins, destinations)));
    }

    private static TravelTimes Read(string folder, string graph, string coordinates)
    {
        using var arcs = File.OpenRead(Path.Combine(folder, graph));
        using var places = File.OpenRead(Path.Combine(folder, coordinates));
        return DimacsReader.Read(arcs, places);
    }

    /// <summary>Median CPU milliseconds of one run, after a first round that is not counted.</summary>
    private static double Median(int runs, Action<int> run)
    {
        var times = new double[runs];
        for (var i = -Math.Min(runs / 2, 30); i < runs; i++)
        {
            var start = ReachClock.Milliseconds();
            run(Math.Abs(i));
            if (i >= 0)
            {
                times[i] = ReachClock.Milliseconds() - start;
            }
        }
        Array.Sort(times);
        return times[runs / 2];
    }

    private static void Report(string what, string peer, double milliseconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-50} {milliseconds,10:F3} ms   ({peer})"));
}
