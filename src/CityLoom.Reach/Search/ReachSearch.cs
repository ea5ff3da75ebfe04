using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Search;

/// <summary>
/// One-to-all search within a limit of time: shortest times from one or several starts to every node that they reach, exactly.
/// Keeps its workspace between runs and then allocates nothing; one object per thread.
/// </summary>
public sealed class ReachSearch
{
    private const int Unreached = int.MaxValue;

    private readonly Adjacency _roads;
    private readonly Buckets _queue;
    private readonly int[] _times;
    private readonly int[] _reached;
    private int _count;

    /// <summary>A search over these times, along or against the traffic.</summary>
    public ReachSearch(TravelTimes times, Heading heading = Heading.Outward)
    {
        (Times, _roads) = (times, times.Towards(heading));
        _queue = new(times.Longest, times.Typical);
        _times = new int[times.Network.NodeCount];
        _reached = new int[times.Network.NodeCount];
        Array.Fill(_times, Unreached);
    }

    /// <summary>The times the search goes by.</summary>
    public TravelTimes Times { get; }

    /// <summary>The nodes that the last run reached, in no certain order; valid until the next run.</summary>
    public ReadOnlySpan<int> Reached => _reached.AsSpan(0, _count);

    /// <summary>Time from the nearest start in the last run; -1 for a node out of reach.</summary>
    public int this[int node] => _times[node] is var time && time == Unreached ? -1 : time;

    /// <summary>Finds all that is reached from one node.</summary>
    public ReadOnlySpan<int> Run(int start, int limit = int.MaxValue - 1) => Run([new Start(start)], limit);

    /// <summary>Finds all that is reached from any of the starts.</summary>
    /// <param name="starts">Where to begin; those beyond the limit are passed over.</param>
    /// <param name="limit">The longest time; a node at exactly this time is reached.</param>
    /// <returns>The nodes reached, as in <see cref="Reached"/>.</returns>
    public ReadOnlySpan<int> Run(scoped ReadOnlySpan<Start> starts, int limit = int.MaxValue - 1)
    {
        Forget();
        limit = Math.Min(limit, int.MaxValue - 1);
        var earliest = int.MaxValue;
        foreach (var (node, time) in starts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(time);
            if (time <= limit && time < _times[node])
            {
                earliest = Math.Min(earliest, time);
                Label(node, time);
            }
        }
        for (var bucket = _queue.Of(earliest); _queue.Any; bucket++)
        {
            Drain(bucket, (uint)limit);
        }
        return Reached;
    }

    private void Drain(int bucket, uint limit)
    {
        var (queue, times, first, arcs) = (_queue, _times, _roads.First, _roads.Arcs);
        for (var place = 0; queue.TryTake(bucket, place, out var entry); place++)
        {
            if (times[entry.Node] != entry.Time)
            {
                continue;
            }
            var end = first[entry.Node + 1];
            for (var at = first[entry.Node]; at < end; at++)
            {
                var arc = arcs[at];
                var time = (uint)entry.Time + (uint)arc.Time;
                if (time <= limit && time < (uint)times[arc.Node])
                {
                    Label(arc.Node, (int)time);
                }
            }
        }
    }

    private void Label(int node, int time)
    {
        if (_times[node] == Unreached)
        {
            _reached[_count++] = node;
        }
        _times[node] = time;
        _queue.Put(node, time);
    }

    private void Forget()
    {
        foreach (var node in Reached)
        {
            _times[node] = Unreached;
        }
        _count = 0;
    }
}
