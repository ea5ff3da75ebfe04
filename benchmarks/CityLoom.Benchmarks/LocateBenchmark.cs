using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CityLoom.Reach.Locate;

namespace CityLoom.Benchmarks;

/// <summary>Solves the location instances beside the repository and prints objective, bound and CPU time beside the known optimum.</summary>
internal static class LocateBenchmark
{
    public static Command Command()
    {
        var only = new Option<string>("--only") { Description = "Only instances whose line in the optima begins with this", DefaultValueFactory = _ => "" };
        var seconds = new Option<double>("--seconds") { Description = "Time for each", DefaultValueFactory = _ => 60 };
        var rounds = new Option<int>("--rounds") { Description = "Times each is solved; the median CPU time is printed", DefaultValueFactory = _ => 1 };
        var models = new Option<string[]>("--models") { Description = "mclp, large, pmedian, pcenter", DefaultValueFactory = _ => ["mclp", "pmedian", "pcenter"], AllowMultipleArgumentsPerToken = true };
        var command = new Command("locate", "Location models on instances with known optima: objective, bound, nodes, CPU time") { only, seconds, rounds, models };
        command.SetAction(parsed =>
        {
            var run = new LocateRun(parsed.GetValue(seconds), parsed.GetValue(rounds));
            return Array.TrueForAll(parsed.GetValue(models)!, model => Solve(run, model, parsed.GetValue(only)!)) ? 0 : 1;
        });
        return command;
    }

    private static string Folder => Path.GetFullPath(Path.Combine(BenchmarkFolders.Repository, "..", "shared", "data", "location-instances"));

    private static bool Solve(LocateRun run, string model, string only)
    {
        if (model == "large")
        {
            return Enumerable.Range(7, 3).All(seed => LargeCover.Draw(seed: seed) is { } large
                && run.Report($"drawn-ny-10000x500 seed {seed} p=60", null, limits => MaximalCovering.Solve(large, 60, limits).Value));
        }

        var optima = Path.Combine(Folder, model == "mclp" ? "mclp-optima.csv" : "optima.csv");
        return File.Exists(optima) && File.ReadLines(optima).Skip(1).Where(line => line.StartsWith(only, StringComparison.Ordinal))
            .Select(line => model == "mclp" ? Cover(run, line.Split(',')) : Graph(run, model, line.Split(','))).ToList().TrueForAll(done => done);
    }

    private static bool Cover(LocateRun run, string[] line)
    {
        using var text = File.OpenText(Path.Combine(Folder, line[0] + ".txt"));
        var instance = CoverInstance.Read(line[0], text).Value;
        var problem = new CoverProblem { Cover = instance.Cover, Weights = instance.Weights, Rules = SiteRules.Free(instance.Cover.Sites) };
        var units = int.Parse(line[1], CultureInfo.InvariantCulture);
        return run.Report($"mclp {line[0]} p={units}", double.Parse(line[2], CultureInfo.InvariantCulture), limits => MaximalCovering.Solve(problem, units, limits).Value);
    }

    private static bool Graph(LocateRun run, string model, string[] line)
    {
        using var text = File.OpenText(Path.Combine(Folder, line[0] + ".txt"));
        var instance = GraphInstance.Read(line[0], text).Value;
        var problem = new MedianProblem
        {
            Times = instance.Times,
            Weights = [.. Enumerable.Repeat(1.0, instance.Times.Demands)],
            Rules = SiteRules.Free(instance.Times.Sites),
        };
        var optimum = double.Parse(line[model == "pmedian" ? 4 : 5], CultureInfo.InvariantCulture);
        return run.Report($"{model} {line[0]} n={line[1]} p={line[3]}", optimum, limits => model == "pmedian"
            ? PMedian.Solve(problem, instance.Units, limits).Value
            : PCenter.Solve(problem, instance.Units, limits).Value);
    }
}

/// <summary>Solves one problem a few times and prints the figures.</summary>
internal sealed record LocateRun(double Seconds, int Rounds)
{
    public bool Report(string what, double? optimum, Func<SearchLimits, LocateAnswer> solve)
    {
        var times = new List<double>();
        LocateAnswer? answer = null;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            answer = solve(new SearchLimits { Time = TimeSpan.FromSeconds(Seconds) });
            times.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        var known = optimum is { } value ? $"known {value:F0} {(answer!.Objective == value ? "reached" : "NOT REACHED")}" : "";
        Console.WriteLine($"{what}: {answer!.Objective:F0} bound {answer.Bound:F2} gap {answer.Gap:P3} nodes {answer.Nodes} {times.Order().ElementAt(Rounds / 2):F2} s CPU {known}");
        return optimum is null || answer.Objective == optimum;
    }
}
