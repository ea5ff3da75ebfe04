namespace CityLoom.Reach.Roads;

/// <summary>
/// Strongly connected parts of a network: sets of nodes in which each can get to each (Tarjan 1972, Depth-first search and linear
/// graph algorithms), without recursion so that long roads do not exhaust the stack.
/// </summary>
internal sealed class StrongParts
{
    private readonly RoadNetwork _network;
    private readonly int[] _part;
    private readonly int[] _entered;
    private readonly int[] _low;
    private readonly int[] _next;
    private readonly Stack<int> _path = new();
    private readonly Stack<int> _open = new();
    private int _seen;
    private int _parts;

    private StrongParts(RoadNetwork network)
    {
        _network = network;
        _part = new int[network.NodeCount];
        (_entered, _low) = (new int[network.NodeCount], new int[network.NodeCount]);
        _next = network.FirstArc[..network.NodeCount].ToArray();
        Array.Fill(_part, -1);
    }

    /// <summary>True for each node of the largest part, going only by arcs that are open; all arcs are where no times are given.</summary>
    public static bool[] Largest(RoadNetwork network, ReadOnlySpan<int> times = default)
    {
        var search = new StrongParts(network);
        for (var node = 0; node < network.NodeCount; node++)
        {
            if (search._entered[node] == 0)
            {
                search.Walk(node, times);
            }
        }
        var sizes = new int[search._parts + 1];
        foreach (var part in search._part)
        {
            sizes[part]++;
        }
        var largest = Array.IndexOf(sizes, sizes.Max());
        return Array.ConvertAll(search._part, part => part == largest);
    }

    private void Walk(int root, ReadOnlySpan<int> times)
    {
        var first = _network.FirstArc;
        var heads = _network.Heads;
        Enter(root);
        while (_path.TryPeek(out var node))
        {
            if (_next[node] == first[node + 1])
            {
                Leave(node);
                continue;
            }
            var arc = _next[node]++;
            if (times.IsEmpty || times[arc] != TravelTimes.Closed)
            {
                Look(node, heads[arc]);
            }
        }
    }

    private void Look(int node, int head)
    {
        if (_entered[head] == 0)
        {
            Enter(head);
        }
        else if (_part[head] < 0)
        {
            _low[node] = Math.Min(_low[node], _entered[head]);
        }
    }

    private void Enter(int node)
    {
        (_entered[node], _low[node]) = (++_seen, _seen);
        _path.Push(node);
        _open.Push(node);
    }

    private void Leave(int node)
    {
        _path.Pop();
        if (_path.TryPeek(out var before))
        {
            _low[before] = Math.Min(_low[before], _low[node]);
        }
        if (_low[node] != _entered[node])
        {
            return;
        }
        int member;
        do
        {
            member = _open.Pop();
            _part[member] = _parts;
        }
        while (member != node);
        _parts++;
    }
}
