namespace CityLoom.Reach.Roads;

/// <summary>
/// The topology of a road network: junctions joined by arcs, each passed in one direction. Arcs lie sorted by their tail, so the
/// arcs out of node <c>v</c> are numbered <c>FirstArc[v]</c> up to but not including <c>FirstArc[v + 1]</c>. How long an arc takes is
/// not said here but by <see cref="TravelTimes"/>, so that new speeds need no new network. Immutable and safe for any number of threads.
/// </summary>
public sealed class RoadNetwork
{
    private readonly Lazy<Dictionary<long, int>> _nodeOfId;

    internal RoadNetwork(RoadArrays arrays)
    {
        Arrays = arrays;
        _nodeOfId = new(IndexIds);
    }

    /// <summary>Number of nodes; they are numbered from 0 in an order that keeps neighbours close.</summary>
    public int NodeCount => Arrays.Ids.Length;

    /// <summary>Number of arcs.</summary>
    public int ArcCount => Arrays.Heads.Length;

    /// <summary>Number of the first arc out of each node, and the number of arcs at the end.</summary>
    public ReadOnlySpan<int> FirstArc => Arrays.FirstArc.Span;

    /// <summary>The node at which each arc ends.</summary>
    public ReadOnlySpan<int> Heads => Arrays.Heads.Span;

    /// <summary>The node at which each arc begins.</summary>
    public ReadOnlySpan<int> Tails => Arrays.Tails.Span;

    /// <summary>The number that each node has in the file it came from.</summary>
    public ReadOnlySpan<long> Ids => Arrays.Ids.Span;

    /// <summary>Where each node lies; empty for a network that came without coordinates.</summary>
    public ReadOnlySpan<Position> Positions => Arrays.Positions.Span;

    /// <summary>What each arc is; empty for a network that came with times only.</summary>
    public ReadOnlySpan<ArcFacts> Facts => Arrays.Facts.Span;

    /// <summary>The time of each arc that came with the source; empty where times follow from a profile.</summary>
    public ReadOnlySpan<int> GivenTimes => Arrays.GivenTimes.Span;

    internal RoadArrays Arrays { get; }

    /// <summary>The node that the source file calls <paramref name="id"/>; -1 where there is none.</summary>
    public int NodeOf(long id) => _nodeOfId.Value.GetValueOrDefault(id, -1);

    private Dictionary<long, int> IndexIds()
    {
        var ids = Ids;
        var index = new Dictionary<long, int>(NodeCount);
        for (var node = 0; node < ids.Length; node++)
        {
            index[ids[node]] = node;
        }
        return index;
    }
}
