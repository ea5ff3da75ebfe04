using System.Globalization;
using System.IO.Compression;
using CityLoom.Reach.Locate;

namespace CityLoom.Benchmarks;

/// <summary>A covering problem of 10,000 demands and 500 sites drawn with a seed from the New York graph, covered within ten minutes.</summary>
internal static class LargeCover
{
    private const int Limit = 166_667;

    /// <summary>The problem, or null where the graph is not beside the repository.</summary>
    public static CoverProblem? Draw(int demands = 10_000, int sites = 500, int seed = 7)
    {
        var path = Path.GetFullPath(Path.Combine(BenchmarkFolders.Repository, "..", "shared", "data", "roads", "USA-road-t.NY.gr.gz"));
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"No graph at {path}.");
            return null;
        }

        var arcs = ReadGraph(path);
        var random = new Random(seed);
        var nodes = Enumerable.Range(0, arcs.Length).ToArray();
        random.Shuffle(nodes);
        var demandOf = nodes.Take(demands).Select((node, demand) => (node, demand)).ToDictionary(pair => pair.node, pair => pair.demand);
        var covered = nodes.TakeLast(sites).Select(site => Within(arcs, site).Where(demandOf.ContainsKey).Select(node => demandOf[node]).ToList()).ToList();
        var weights = Enumerable.Range(0, demands).Select(_ => (double)random.Next(1, 101)).ToArray();
        return new CoverProblem { Cover = CoverLists.From(demands, covered), Weights = weights, Rules = SiteRules.Free(sites) };
    }

    private static List<(int To, int Time)>[] ReadGraph(string path)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        List<(int, int)>[] arcs = [];
        while (text.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (words[0] == "p")
            {
                arcs = [.. Enumerable.Range(0, int.Parse(words[2], CultureInfo.InvariantCulture)).Select(_ => new List<(int, int)>())];
            }
            else if (words[0] == "a")
            {
                var numbers = words.Skip(1).Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
                arcs[numbers[0] - 1].Add((numbers[1] - 1, numbers[2]));
            }
        }

        return arcs;
    }

    private static IEnumerable<int> Within(List<(int To, int Time)>[] arcs, int source)
    {
        var (done, queue) = (new HashSet<int>(), new PriorityQueue<int, int>([(source, 0)]));
        while (queue.TryDequeue(out var node, out var time))
        {
            if (!done.Add(node))
            {
                continue;
            }

            yield return node;
            queue.EnqueueRange(arcs[node].Where(arc => time + arc.Time <= Limit).Select(arc => (arc.To, time + arc.Time)));
        }
    }
}
