namespace CityLoom.Reach.Roads;

/// <summary>
/// An order of nodes in which neighbours lie close in memory, so that a search touches few cache lines: along Hilbert's curve
/// (Hilbert 1891) where nodes have places, else in the order of a breadth-first walk that ignores directions.
/// </summary>
internal static class NodeOrder
{
    /// <summary>Old node numbers in their new order.</summary>
    public static int[] Of(ArcList arcs, int nodes) => arcs.Positions.Length == nodes ? ByPlace(arcs.Positions) : ByWalk(arcs, nodes);

    private static int[] ByPlace(Position[] positions)
    {
        var (order, keys) = (new int[positions.Length], new ulong[positions.Length]);
        for (var node = 0; node < order.Length; node++)
        {
            order[node] = node;
            keys[node] = Hilbert((uint)(positions[node].E7Longitude - (long)int.MinValue), (uint)(positions[node].E7Latitude - (long)int.MinValue));
        }
        Array.Sort(keys, order);
        return order;
    }

    /// <summary>Distance along the curve that fills a square of 2³² by 2³² cells.</summary>
    private static ulong Hilbert(uint x, uint y)
    {
        var along = 0UL;
        for (var side = 1U << 31; side > 0; side >>= 1)
        {
            var (right, up) = ((x & side) != 0, (y & side) != 0);
            along = (along << 2) | (right ? up ? 2UL : 3UL : up ? 1UL : 0UL);
            if (!up)
            {
                (x, y) = right ? (~y, ~x) : (y, x);
            }
        }
        return along;
    }

    private static int[] ByWalk(ArcList arcs, int nodes)
    {
        var (first, neighbours) = Neighbours(arcs, nodes);
        var (order, seen, count) = (new int[nodes], new bool[nodes], 0);
        for (var root = 0; root < nodes; root++)
        {
            if (seen[root])
            {
                continue;
            }
            seen[root] = true;
            order[count] = root;
            for (var next = count++; next < count; next++)
            {
                foreach (var neighbour in neighbours.AsSpan(first[order[next]]..first[order[next] + 1]))
                {
                    if (!seen[neighbour])
                    {
                        seen[neighbour] = true;
                        order[count++] = neighbour;
                    }
                }
            }
        }
        return order;
    }

    private static (int[] First, int[] Neighbours) Neighbours(ArcList arcs, int nodes)
    {
        var (tails, heads) = (arcs.Tails, arcs.Heads);
        var (first, neighbours) = (new int[nodes + 2], new int[tails.Count * 2]);
        for (var arc = 0; arc < tails.Count; arc++)
        {
            first[tails[arc] + 2]++;
            first[heads[arc] + 2]++;
        }
        for (var node = 2; node < first.Length; node++)
        {
            first[node] += first[node - 1];
        }
        for (var arc = 0; arc < tails.Count; arc++)
        {
            neighbours[first[tails[arc] + 1]++] = heads[arc];
            neighbours[first[heads[arc] + 1]++] = tails[arc];
        }
        return (first, neighbours);
    }
}
