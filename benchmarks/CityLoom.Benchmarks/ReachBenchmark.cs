using System.CommandLine;
using System.Globalization;
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
        var york = Read(folder, "USA-road-t.NY.gr.gz", "USA-road-d.NY.co.gz");
        var sources = File.ReadLines(Path.Combine(folder, "ny-expected-sources.csv")).Skip(1)
            .Select(line => york.Network.NodeOf(long.Parse(line.Split(',')[0], CultureInfo.InvariantCulture))).ToArray();
        var search = new ReachSearch(york);
        Report("New York, 10-minute reach", "RoutingKit 1.08 ms", Median(100 * 15, i => search.Run(sources[i % sources.Length], TenMinutes)));
        Report("New York, full one-to-all", "RoutingKit 51.3 ms", Median(25, i => search.Run(sources[i])));
        return 0;
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
        for (var i = -Math.Min(runs, 100); i < runs; i++)
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
