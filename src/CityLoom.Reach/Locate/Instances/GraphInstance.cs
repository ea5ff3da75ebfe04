using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Locate;

/// <summary>
/// An OR-Library p-median instance: <c>n edges p</c>, then lines <c>i j cost</c>, 1-based and undirected; of an edge listed twice the
/// last line counts. Every vertex is a demand of weight 1 and a site; times are shortest paths.
/// </summary>
/// <param name="Times">Shortest paths between all vertices.</param>
/// <param name="Units">The p of the file.</param>
public sealed record GraphInstance(TravelMatrix Times, int Units)
{
    /// <summary>More vertices than this are refused, for the matrix would not fit.</summary>
    public const int Largest = 20_000;

    /// <summary>Reads an instance, or says what is wrong in which line.</summary>
    /// <param name="name">How complaints name the file.</param>
    /// <param name="text">The file.</param>
    public static Checked<GraphInstance> Read(string name, TextReader text) => InputFaultException.Catch(() => Read(new NumberReader(name, text)));

    private static GraphInstance Read(NumberReader numbers)
    {
        var (vertices, edges) = (numbers.Next("number of vertices", 1, Largest), numbers.Next("number of edges", 0, 100_000_000));
        var units = numbers.Next("p", 1, vertices);
        var costs = new Dictionary<(int, int), int>();
        for (var edge = 0; edge < edges; edge++)
        {
            var (from, to) = (numbers.Next("vertex", 1, vertices) - 1, numbers.Next("vertex", 1, vertices) - 1);
            costs[(Math.Min(from, to), Math.Max(from, to))] = numbers.Next("cost", 0, 1_000_000);
        }

        numbers.End();
        return new GraphInstance(new TravelMatrix(vertices, vertices, AllPairs(vertices, costs)), units);
    }

    private static int[] AllPairs(int vertices, Dictionary<(int From, int To), int> costs)
    {
        var arcs = costs.SelectMany(cost => new[] { (cost.Key.From, cost.Key.To, cost.Value), (From: cost.Key.To, To: cost.Key.From, cost.Value) })
            .ToLookup(arc => arc.From, arc => (arc.To, arc.Value));
        var neighbours = Enumerable.Range(0, vertices).Select(vertex => arcs[vertex].ToArray()).ToArray();
        var times = new int[vertices * vertices];
        Array.Fill(times, TravelMatrix.Unreachable);
        var queue = new PriorityQueue<int, int>();
        for (var source = 0; source < vertices; source++)
        {
            ShortestPaths(neighbours, source, queue, times.AsSpan(source * vertices, vertices));
        }

        return times;
    }

    private static void ShortestPaths((int To, int Cost)[][] neighbours, int source, PriorityQueue<int, int> queue, Span<int> times)
    {
        times[source] = 0;
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out var vertex, out var time))
        {
            if (time > times[vertex])
            {
                continue;
            }

            foreach (var (to, cost) in neighbours[vertex])
            {
                if (time + cost < times[to])
                {
                    times[to] = time + cost;
                    queue.Enqueue(to, time + cost);
                }
            }
        }
    }
}
