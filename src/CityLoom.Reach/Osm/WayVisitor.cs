namespace CityLoom.Reach.Osm;

/// <summary>First pass: keeps the ways that are roads, with the nodes they name.</summary>
internal sealed class WayVisitor : OsmVisitor
{
    public override bool WantsWays => true;

    /// <summary>The roads, each with where its nodes begin in <see cref="Nodes"/>.</summary>
    public List<(RoadWay Road, int First, int Count)> Ways { get; } = [];

    public List<long> Nodes { get; } = [];

    public override void Way(long id, OsmTags tags, ReadOnlySpan<long> nodes)
    {
        if (nodes.Length >= 2 && RoadWay.Read(tags) is { } road)
        {
            Ways.Add((road, Nodes.Count, nodes.Length));
            Nodes.AddRange(nodes);
        }
    }
}
