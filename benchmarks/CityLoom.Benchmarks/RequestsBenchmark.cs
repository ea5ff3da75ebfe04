using System.CommandLine;
using System.Diagnostics;
using CityLoom.Requests.Likeness;
using CityLoom.Requests.Simulation;
using CityLoom.Requests.Understanding;

namespace CityLoom.Benchmarks;

/// <summary>Suggesting categories: how well, how fast; and searching very many open requests for what was already said.</summary>
internal static class RequestsBenchmark
{
    private const int Searches = 500;

    public static Command Command()
    {
        var data = new Option<FileInfo?>("--data") { Description = "CSV label,subject,detail; demo/requests.csv when left out" };
        var repeats = new Option<int>("--repeats") { Description = "Cross validations, each with parts of its own", DefaultValueFactory = _ => 3 };
        var folds = new Option<int>("--folds") { Description = "Parts of each", DefaultValueFactory = _ => 10 };
        var open = new Option<int>("--open") { Description = "Open requests to search", DefaultValueFactory = _ => 1_000_000 };
        var command = new Command("requests", "F1 of held-back messages at random and with near-duplicates kept together, messages a second, milliseconds of a search") { data, repeats, folds, open };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(data)?.FullName ?? Path.Combine(BenchmarkFolders.Repository, "demo", "requests.csv");
            var requests = Read(file);
            Console.WriteLine($"{requests.Count} messages of {requests.Average(r => r.Words.Subject.Length + r.Words.Detail.Length):F0} characters");
            Judge(requests, parsed.GetValue(repeats), parsed.GetValue(folds));
            Speed(requests);
            Search(requests, parsed.GetValue(open));
        });
        return command;
    }

    private static List<LabelledRequest> Read(string path)
    {
        using var text = File.OpenText(path);
        using var file = RequestFile.Open(text, ["label", "subject", "detail"], (line, why) => Console.Error.WriteLine($"{path}:{line}: {why}"));
        var requests = new List<LabelledRequest>();
        while (file?.Read() == true)
        {
            requests.Add(new(file["label"], file.Words));
        }

        return requests;
    }

    private static void Judge(List<LabelledRequest> requests, int repeats, int folds)
    {
        var groups = Alike(requests);
        Console.WriteLine($"near-duplicates: {requests.Count - groups.Distinct().Count()} messages repeat another");
        foreach (var (name, kept) in new (string, int[]?)[] { ("random parts", null), ("near-duplicates kept together", groups) })
        {
            var judged = Enumerable.Range(1, repeats).Select(seed => CrossValidation.Judge(requests, kept, folds, seed)).ToArray();
            Console.WriteLine($"{name}, {folds} parts, {repeats} times: weighted F1 {judged.Average(j => j.WeightedF1):F4} ({judged.Min(j => j.WeightedF1):F4}–{judged.Max(j => j.WeightedF1):F4}), macro F1 {judged.Average(j => j.MacroF1):F4}");
        }
    }

    /// <summary>A group for each message: that of the first it shares most of its words with.</summary>
    private static int[] Alike(List<LabelledRequest> requests)
    {
        var pairs = new RequestPairs(requests.Select((r, i) => new FiledRequest($"{i}", r.Words, null, "", 0)));
        var index = new LikenessIndex();
        var group = new int[requests.Count];
        for (var i = 0; i < group.Length; i++)
        {
            var near = index.Nearest(requests[i].Words, 3).Where(j => pairs.Score($"{i}", $"{j}") >= 0.8).ToArray();
            group[i] = near.Length > 0 ? group[near[0]] : i;
            index.Add(requests[i].Words);
        }

        return group;
    }

    private static void Speed(List<LabelledRequest> requests)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var model = CategoryTraining.Train(requests);
        Console.WriteLine($"training: {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:F1} s of processor time");
        var best = 0.0;
        for (var round = 0; round < 5; round++)
        {
            before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var request in requests)
            {
                model.Suggest(request.Words);
            }

            best = Math.Max(best, requests.Count / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        Console.WriteLine($"suggesting: {best:F0} messages per second of one core's time");
    }

    private static void Search(List<LabelledRequest> requests, int open)
    {
        string[] places = [.. Enumerable.Range(0, 3000).Select(PlaceName)];
        var shape = new RequestShape(requests, places, new DateOnly(2026, 1, 1), 100_000, 10_000);
        var index = new LikenessIndex();
        foreach (var request in SimulateRequests.Run(shape, seed: 3).Take(open))
        {
            index.Add(request.Words with { Subject = request.Place + request.Words.Subject });
        }

        var times = requests.Take(Searches).Select((r, i) =>
        {
            var watch = Stopwatch.StartNew();
            index.Nearest(new(places[i] + r.Words.Subject, r.Words.Detail), 20);
            return watch.Elapsed.TotalMilliseconds;
        }).Order().ToArray();
        Console.WriteLine($"searching {open:N0} open requests: median {times[times.Length / 2]:F2} ms, 99 % within {times[times.Length * 99 / 100]:F2} ms; {GC.GetTotalMemory(true) / 1e6:F0} MB");
    }

    /// <summary>A made-up name of four characters.</summary>
    private static string PlaceName(int number)
    {
        const string First = "青望梧石春柳长云松槐白南明桂临五金丰和景";
        const string Second = "江花桐榴晓堤庚台涛荫鹭浦德山湖柳沙乐平阳";
        return $"{First[number % 20]}{Second[number / 20 % 20]}{First[number / 400 % 20]}苑";
    }
}
