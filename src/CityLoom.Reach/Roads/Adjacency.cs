namespace CityLoom.Reach.Roads;

/// <summary>One direction of a network with times: the arcs of node <c>v</c> are <c>Arcs[First[v]..First[v + 1]]</c>.</summary>
internal sealed class Adjacency
{
    private Adjacency(ReadOnlyMemory<int> first, Arc[] arcs) => (First, Arcs) = (first.ToArray(), arcs);

    public int[] First { get; }

    public Arc[] Arcs { get; }

    /// <summary>Arcs along the traffic: whom can this node reach.</summary>
    public static Adjacency Outward(RoadNetwork network, ReadOnlySpan<int> times)
    {
        var heads = network.Heads;
        var arcs = new Arc[network.ArcCount];
        for (var arc = 0; arc < arcs.Length; arc++)
        {
            arcs[arc] = new(heads[arc], times[arc]);
        }
        return new(network.Arrays.FirstArc, arcs);
    }

    /// <summary>Arcs against the traffic: who can be at this node in time.</summary>
    public static Adjacency Inward(RoadNetwork network, ReadOnlySpan<int> times)
    {
        var tails = network.Tails;
        var incoming = network.Arrays.Incoming.Span;
        var arcs = new Arc[network.ArcCount];
        for (var i = 0; i < arcs.Length; i++)
        {
            arcs[i] = new(tails[incoming[i]], times[incoming[i]]);
        }
        return new(network.Arrays.FirstIncoming, arcs);
    }
}
