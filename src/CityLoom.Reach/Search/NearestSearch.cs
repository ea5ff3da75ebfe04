using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Search;

/// <summary>One of several origins as seen from a node.</summary>
/// <param name="Origin">Its place in the list of starts; -1 for none within the limit.</param>
/// <param name="Time">Time between it and the node; -1 for none.</param>
public readonly record struct NearestOrigin(int Origin, int Time)
{
    /// <summary>No origin is within the limit.</summary>
    public static NearestOrigin None => new(-1, -1);
}

/// <summary>
/// Labels every node with the nearest of many origins and, if asked, the second nearest, in one run: each node keeps its best two
/// labels of different origins and passes on every one that got better. Of origins equally near the earlier in the list counts.
/// One object per thread; runs after the first allocate nothing.
/// (Erwig 2000, The graph Voronoi diagram with applications.)
/// </summary>
public sealed class NearestSearch
{
    private const ulong Unreached = ulong.MaxValue;

    private readonly Adjacency _roads;
    private readonly Buckets _queue;
    private readonly ulong[] _first;
    private readonly ulong[]? _second;
    private readonly int[] _reached;
    private int _count;

    /// <summary>A search over these times; along the traffic it finds who is there first, against it who is the quickest to get to.</summary>
    public NearestSearch(TravelTimes times, Heading heading = Heading.Outward, bool withSecond = false)
    {
        _roads = times.Towards(heading);
        _queue = new(times.Longest, times.Typical);
        _first = new ulong[times.Network.NodeCount];
        _second = withSecond ? new ulong[times.Network.NodeCount] : null;
        _reached = new int[times.Network.NodeCount];
        Array.Fill(_first, Unreached);
        _second?.AsSpan().Fill(Unreached);
    }

    /// <summary>The nodes within the limit of any origin in the last run, in no certain order; valid until the next run.</summary>
    public ReadOnlySpan<int> Reached => _reached.AsSpan(0, _count);

    /// <summary>The nearest origin of a node in the last run.</summary>
    public NearestOrigin Nearest(int node) => Read(_first[node]);

    /// <summary>The nearest of all other origins; none where only the nearest was asked for.</summary>
    public NearestOrigin Second(int node) => _second is null ? NearestOrigin.None : Read(_second[node]);

    /// <summary>Labels all nodes within the limit.</summary>
    /// <param name="origins">One start for each origin.</param>
    /// <param name="limit">The longest time; exactly this is within.</param>
    public void Run(IReadOnlyList<Start> origins, int limit = int.MaxValue - 1) => Run(origins.Select((start, origin) => (origin, start)).ToList(), limit);

    /// <summary>Labels all nodes within the limit, from origins that have several starts each, such as both ends of their road.</summary>
    /// <param name="starts">Starts with the number of the origin each belongs to.</param>
    /// <param name="limit">The longest time; exactly this is within.</param>
    public void Run(IReadOnlyList<(int Origin, Start Start)> starts, int limit = int.MaxValue - 1)
    {
        Forget();
        limit = Math.Min(limit, int.MaxValue - 1);
        var earliest = int.MaxValue;
        foreach (var (origin, (node, time)) in starts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(time);
            if (time <= limit)
            {
                earliest = Math.Min(earliest, time);
                Offer(node, Label(time, (uint)origin));
            }
        }
        for (var bucket = _queue.Of(earliest); _queue.Any; bucket++)
        {
            Drain(bucket, (uint)limit);
        }
    }

    private void Drain(int bucket, uint limit)
    {
        for (var place = 0; _queue.TryTake(bucket, place, out var entry); place++)
        {
            Pass(entry, _first[entry.Node], limit);
            if (_second is not null)
            {
                Pass(entry, _second[entry.Node], limit);
            }
        }
    }

    private void Pass(Buckets.Waiting entry, ulong label, uint limit)
    {
        if ((uint)(label >> 32) != (uint)entry.Time)
        {
            return;
        }
        var (first, arcs) = (_roads.First, _roads.Arcs);
        var end = first[entry.Node + 1];
        for (var at = first[entry.Node]; at < end; at++)
        {
            var arc = arcs[at];
            var time = (uint)entry.Time + (uint)arc.Time;
            if (time <= limit)
            {
                Offer(arc.Node, Label((int)time, (uint)label));
            }
        }
    }

    private void Offer(int node, ulong label)
    {
        ref var first = ref _first[node];
        if (label < first)
        {
            if (first == Unreached)
            {
                _reached[_count++] = node;
            }
            else if (_second is not null && (uint)first != (uint)label)
            {
                _second[node] = first;
            }
            first = label;
        }
        else if (_second is not null && (uint)label != (uint)first && label < _second[node])
        {
            _second[node] = label;
        }
        else
        {
            return;
        }
        _queue.Put(node, (int)(label >> 32));
    }

    private static ulong Label(int time, uint origin) => ((ulong)(uint)time << 32) | origin;

    private static NearestOrigin Read(ulong label) => label == Unreached ? NearestOrigin.None : new((int)(uint)label, (int)(label >> 32));

    private void Forget()
    {
        foreach (var node in Reached)
        {
            _first[node] = Unreached;
            _second?[node] = Unreached;
        }
        _count = 0;
    }
}
