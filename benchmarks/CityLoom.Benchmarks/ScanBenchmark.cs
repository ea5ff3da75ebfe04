using System.CommandLine;
using System.Diagnostics;
using CityLoom.Detection.Space;

namespace CityLoom.Benchmarks;

/// <summary>Scans a made-up city with Monte Carlo replicates: both models, ending today and anywhere.</summary>
internal static class ScanBenchmark
{
    public static Command Command()
    {
        var places = Whole("--places", "Places", 3000);
        var days = Whole("--days", "Days", 90);
        var cases = Whole("--cases", "Cases in all", 20_000);
        var longest = Whole("--max-days", "Longest window", 7);
        var replicates = Whole("--replicates", "Monte Carlo replicates", 999);
        var fraction = new Option<double>("--max-fraction") { Description = "Largest zone as a share of the population", DefaultValueFactory = _ => 0.5 };
        var threads = Whole("--threads", "Threads, -1 for all cores", -1);
        var command = new Command("scan", "Seconds for a space-time scan with its p-values") { places, days, cases, longest, replicates, fraction, threads };
        command.SetAction(parsed => Run(Sites(parsed.GetValue(places)), parsed.GetValue(days), parsed.GetValue(cases), new ScanOptions
        {
            MaxDays = parsed.GetValue(longest),
            MaxFraction = parsed.GetValue(fraction),
            Replicates = parsed.GetValue(replicates),
            Threads = parsed.GetValue(threads),
        }));
        return command;
    }

    private static Option<int> Whole(string name, string what, int otherwise) => new(name) { Description = what, DefaultValueFactory = _ => otherwise };

    private static int Run(List<Site> sites, int days, int cases, ScanOptions options)
    {
        var order = Timed($"neighbour order of {sites.Count} places, once", () => new NeighbourOrder(sites));
        var counts = Counts(sites, days, cases);
        Console.WriteLine($"{counts.Total} cases over {sites.Count} places and {days} days, windows of up to {options.MaxDays} days, zones of up to {options.MaxFraction:P0}, {options.Replicates} replicates");
        foreach (var span in Enum.GetValues<ScanSpan>())
        {
            foreach (var model in Enum.GetValues<ScanModel>())
            {
                var found = Timed($"{model}, {span}", () => SpaceScan.Run(order, counts, options with { Model = model, Span = span })).Clusters[0];
                Console.WriteLine($"  best: {found.Members.Count} places around {found.Centre.Id}, days {found.FirstDay}–{found.LastDay}, {found.Observed} seen, {found.Expected:F1} expected, p {found.PValue:F3}");
            }
        }
        return 0;
    }

    private static T Timed<T>(string what, Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var result = work();
        process.Refresh();
        Console.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:F2} s, {(process.TotalProcessorTime - before).TotalSeconds:F2} s of processor");
        return result;
    }

    /// <summary>Places in clumps, as communities lie in a city of 60 km.</summary>
    private static List<Site> Sites(int count)
    {
        var random = new Random(1);
        var clumps = Enumerable.Range(0, 40).Select(_ => (X: random.NextDouble() * 60, Y: random.NextDouble() * 60)).ToList();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (x, y) = clumps[random.Next(clumps.Count)];
            return new Site($"P{i}", x + (random.NextDouble() * 12) - 6, y + (random.NextDouble() * 12) - 6, 500 + random.Next(8000));
        })];
    }

    /// <summary>Cases by population, fewer at weekends, and one small outbreak of the last four days.</summary>
    private static CaseTable Counts(List<Site> sites, int days, int cases)
    {
        var random = new Random(2);
        var people = sites.Sum(site => site.Population);
        var upTo = sites.Select(site => people -= site.Population).ToArray();
        var whole = sites.Sum(site => site.Population);
        var cells = new List<CaseCount>();
        while (cells.Count < cases)
        {
            var at = random.NextDouble() * whole;
            var day = random.Next(days);
            if (day % 7 < 5 || random.Next(3) > 0)
            {
                cells.Add(new(Array.FindIndex(upTo, rest => rest <= at), day, 1));
            }
        }
        var order = Enumerable.Range(0, sites.Count).OrderBy(i => Math.Abs(sites[i].X - sites[0].X) + Math.Abs(sites[i].Y - sites[0].Y)).Take(8).ToList();
        cells.AddRange(Enumerable.Range(0, 14).Select(i => new CaseCount(order[i % 8], days - 1 - (i % Math.Min(4, days)), 1)));
        return new(sites.Count, days, cells);
    }
}
