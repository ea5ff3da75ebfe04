using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Hierarchies;

/// <summary>
/// A hierarchy with times: for every pair of joined nodes the shortest time by way of lower ranks, up and down. New times cost a
/// pass over all triangles, not a new hierarchy. Times of whole ways must stay below 2³⁰ units (twelve days in milliseconds).
/// Safe for any number of threads.
/// </summary>
public sealed class HierarchyTimes
{
    /// <summary>Stands for no way; two of it can be added without overflow.</summary>
    internal const int None = (1 << 30) - 1;

    /// <summary>Reckons the times of all pairs.</summary>
    /// <exception cref="ArgumentException">The times belong to another network.</exception>
    public HierarchyTimes(RoadHierarchy hierarchy, TravelTimes times)
    {
        if (!ReferenceEquals(hierarchy.Network, times.Network))
        {
            throw new ArgumentException("The times belong to another network", nameof(times));
        }
        (Hierarchy, Up, Down) = (hierarchy, new int[hierarchy.PairCount], new int[hierarchy.PairCount]);
        Array.Fill(Up, None);
        Array.Fill(Down, None);
        TakeArcs(times);
        for (var low = 0; low < hierarchy.Network.NodeCount; low++)
        {
            Pass(low);
        }
    }

    /// <summary>The frame.</summary>
    public RoadHierarchy Hierarchy { get; }

    /// <summary>Time of each pair from the lower to the higher node.</summary>
    internal int[] Up { get; }

    /// <summary>Time of each pair from the higher to the lower node.</summary>
    internal int[] Down { get; }

    private void TakeArcs(TravelTimes times)
    {
        var network = times.Network;
        for (var arc = 0; arc < network.ArcCount; arc++)
        {
            var (from, to) = (Hierarchy.Rank[network.Tails[arc]], Hierarchy.Rank[network.Heads[arc]]);
            if (from != to && times.OfArc[arc] < None)
            {
                var (low, high, pairs) = from < to ? (from, to, Up) : (to, from, Down);
                var pair = Array.BinarySearch(Hierarchy.Higher, Hierarchy.First[low], Hierarchy.First[low + 1] - Hierarchy.First[low], high);
                pairs[pair] = Math.Min(pairs[pair], times.OfArc[arc]);
            }
        }
    }

    /// <summary>Looks whether the ways between the higher neighbours of a node are shorter by way of it.</summary>
    private void Pass(int low)
    {
        var (first, higher, up, down) = (Hierarchy.First, Hierarchy.Higher, Up, Down);
        var end = first[low + 1];
        for (var a = first[low]; a < end; a++)
        {
            var (upA, downA) = (up[a], down[a]);
            var pair = first[higher[a]];
            for (var b = a + 1; b < end; b++, pair++)
            {
                while (higher[pair] != higher[b])
                {
                    pair++;
                }
                up[pair] = Math.Min(up[pair], downA + up[b]);
                down[pair] = Math.Min(down[pair], down[b] + upA);
            }
        }
    }
}
