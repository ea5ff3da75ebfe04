namespace CityLoom.Reach.Roads;

/// <summary>Nodes and arcs as a source tells them, before they are put in order; grows as it is read.</summary>
internal sealed class ArcList
{
    public List<int> Tails { get; } = [];

    public List<int> Heads { get; } = [];

    public List<int> Times { get; } = [];

    public List<ArcFacts> Facts { get; } = [];

    /// <summary>The other direction of the same road; -1 for none. Empty when unknown.</summary>
    public List<int> Opposites { get; } = [];

    /// <summary>Inner points of each road as a span of <see cref="Points"/>; empty for the second direction of a road.</summary>
    public List<(int First, int Count)> Shapes { get; } = [];

    public List<Position> Points { get; } = [];

    public long[] Ids { get; set; } = [];

    public Position[] Positions { get; set; } = [];
}
