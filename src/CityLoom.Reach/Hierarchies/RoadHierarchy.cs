using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Hierarchies;

/// <summary>
/// The frame for large matrices: nodes ranked by the order in which they are taken out, each with its neighbours of higher rank. Every
/// shortest way climbs in rank and then descends, whatever the times are, so the frame is made once for a network.
/// (Dibbelt, Strasser and Wagner 2016, Customizable contraction hierarchies.) Safe for any number of threads.
/// </summary>
public sealed class RoadHierarchy
{
    private RoadHierarchy(RoadNetwork network, int[] rank, int[] first, int[] higher) => (Network, Rank, First, Higher) = (network, rank, first, higher);

    /// <summary>The roads.</summary>
    public RoadNetwork Network { get; }

    /// <summary>Number of pairs of nodes that are joined, roads and shortcuts together.</summary>
    public int PairCount => Higher.Length;

    /// <summary>Rank of each node.</summary>
    internal int[] Rank { get; }

    /// <summary>Where the pairs of each rank begin in <see cref="Higher"/>.</summary>
    internal int[] First { get; }

    /// <summary>Ranks of higher neighbours, ascending; the first is the parent, and all are its ancestors.</summary>
    internal int[] Higher { get; }

    /// <summary>Makes the frame.</summary>
    public static RoadHierarchy Of(RoadNetwork network)
    {
        var elimination = Elimination.Of(network);
        var nodes = network.NodeCount;
        var (rank, first, higher) = (new int[nodes], new int[nodes + 1], new List<int>());
        for (var i = 0; i < nodes; i++)
        {
            rank[elimination.Order[i]] = i;
        }
        for (var i = 0; i < nodes; i++)
        {
            var ranks = Array.ConvertAll(elimination.Left[elimination.Order[i]], node => rank[node]);
            Array.Sort(ranks);
            higher.AddRange(ranks);
            first[i + 1] = higher.Count;
        }
        return new(network, rank, first, higher.ToArray());
    }
}
