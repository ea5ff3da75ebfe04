using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Oracles.Roads;

/// <summary>Shortest times as the textbook has them, to compare with.</summary>
internal static class PlainDijkstra
{
    /// <summary>Time of each node; -1 beyond the limit.</summary>
    public static int[] Run(TravelTimes times, Heading heading, IReadOnlyList<Start> starts, int limit)
    {
        var (network, found, queue) = (times.Network, new int[times.Network.NodeCount], new PriorityQueue<int, int>());
        Array.Fill(found, -1);
        foreach (var (node, time) in starts)
        {
            queue.Enqueue(node, time);
        }
        while (queue.TryDequeue(out var node, out var time))
        {
            if (time > limit || found[node] >= 0)
            {
                continue;
            }
            found[node] = time;
            for (var arc = 0; arc < network.ArcCount; arc++)
            {
                var (from, to) = heading == Heading.Outward ? (network.Tails[arc], network.Heads[arc]) : (network.Heads[arc], network.Tails[arc]);
                if (from == node && times.OfArc[arc] != TravelTimes.Closed && (long)time + times.OfArc[arc] <= limit)
                {
                    queue.Enqueue(to, time + times.OfArc[arc]);
                }
            }
        }
        return found;
    }
}
