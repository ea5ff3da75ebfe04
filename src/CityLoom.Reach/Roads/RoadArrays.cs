namespace CityLoom.Reach.Roads;

/// <summary>The flat arrays a network is made of, in memory or in a mapped file; empty where the source did not tell.</summary>
internal sealed record RoadArrays
{
    public required ReadOnlyMemory<int> FirstArc { get; init; }

    public required ReadOnlyMemory<int> Heads { get; init; }

    public required ReadOnlyMemory<int> Tails { get; init; }

    /// <summary>Where each node's incoming arcs begin in <see cref="Incoming"/>.</summary>
    public required ReadOnlyMemory<int> FirstIncoming { get; init; }

    /// <summary>Numbers of arcs, sorted by their head.</summary>
    public required ReadOnlyMemory<int> Incoming { get; init; }

    public required ReadOnlyMemory<long> Ids { get; init; }

    public ReadOnlyMemory<Position> Positions { get; init; }

    public ReadOnlyMemory<ArcFacts> Facts { get; init; }

    /// <summary>The arc that runs the other way along the same road; -1 where it is one-way.</summary>
    public ReadOnlyMemory<int> Opposites { get; init; }

    /// <summary>Where each arc's inner points begin in <see cref="Points"/>; an arc with a lower opposite has none of its own.</summary>
    public ReadOnlyMemory<int> FirstPoint { get; init; }

    /// <summary>The points of roads between their junctions.</summary>
    public ReadOnlyMemory<Position> Points { get; init; }

    /// <summary>The times that came with the source; empty where they follow from a profile.</summary>
    public ReadOnlyMemory<int> GivenTimes { get; init; }
}
