namespace CityLoom.Reach.Supplies;

/// <summary>
/// Cheapest greatest flow by successive shortest paths with potentials (R. Busacker, P. Gowen 1961; J. Edmonds, R. Karp 1972):
/// whole numbers throughout, so that the result is exact. Costs must not be negative.
/// </summary>
internal sealed class MinCostFlow(int nodes)
{
    private readonly List<int> _head = [], _next = [];
    private readonly List<long> _room = [], _cost = [];
    private readonly int[] _first = Filled(nodes);
    private readonly long[] _potential = new long[nodes];
    private readonly long[] _distance = new long[nodes];
    private readonly int[] _via = new int[nodes];

    /// <summary>Adds an arc and returns its number.</summary>
    public int Add(int from, int to, long room, long cost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(room);
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        Half(from, to, room, cost);
        Half(to, from, 0, -cost);
        return _head.Count - 2;
    }

    /// <summary>What flows through an arc.</summary>
    public long Flow(int arc) => _room[arc + 1];

    /// <summary>Sends as much as can flow from source to sink as cheaply as it can; returns the amount and its cost.</summary>
    public (long Amount, long Cost) Send(int source, int sink)
    {
        var (amount, cost) = (0L, 0L);
        while (ShortestPath(source, sink))
        {
            var push = long.MaxValue;
            for (var node = sink; node != source; node = _head[_via[node] ^ 1])
            {
                push = Math.Min(push, _room[_via[node]]);
            }

            for (var node = sink; node != source; node = _head[_via[node] ^ 1])
            {
                _room[_via[node]] -= push;
                _room[_via[node] ^ 1] += push;
                cost += push * _cost[_via[node]];
            }

            amount += push;
        }

        return (amount, cost);
    }

    private bool ShortestPath(int source, int sink)
    {
        Array.Fill(_distance, long.MaxValue);
        _distance[source] = 0;
        var queue = new PriorityQueue<int, long>([(source, 0)]);
        while (queue.TryDequeue(out var node, out var distance))
        {
            if (distance > _distance[node])
            {
                continue;
            }

            for (var arc = _first[node]; arc >= 0; arc = _next[arc])
            {
                var through = distance + _cost[arc] + _potential[node] - _potential[_head[arc]];
                if (_room[arc] > 0 && through < _distance[_head[arc]])
                {
                    (_distance[_head[arc]], _via[_head[arc]]) = (through, arc);
                    queue.Enqueue(_head[arc], through);
                }
            }
        }

        if (_distance[sink] == long.MaxValue)
        {
            return false;
        }

        for (var node = 0; node < nodes; node++)
        {
            _potential[node] += Math.Min(_distance[node], _distance[sink]);
        }

        return true;
    }

    private void Half(int from, int to, long room, long cost)
    {
        _head.Add(to);
        _next.Add(_first[from]);
        _room.Add(room);
        _cost.Add(cost);
        _first[from] = _head.Count - 1;
    }

    private static int[] Filled(int nodes)
    {
        var first = new int[nodes];
        Array.Fill(first, -1);
        return first;
    }
}
