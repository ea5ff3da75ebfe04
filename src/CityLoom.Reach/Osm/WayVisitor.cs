namespace CityLoom.Reach.Osm;

/// <summary>First pass: keeps the ways that are roads, with the nodes they name, and the turn restrictions.</summary>
internal sealed class WayVisitor : OsmVisitor
{
    public override bool WantsWays => true;

    public override bool WantsRelations => true;

    /// <summary>The roads, each with the number of its way and where its nodes begin in <see cref="Nodes"/>.</summary>
    public List<(long Id, RoadWay Road, int First, int Count)> Ways { get; } = [];

    public List<long> Nodes { get; } = [];

    /// <summary>The turn restrictions that can be kept.</summary>
    public List<TurnRule> Rules { get; } = [];

    /// <summary>How many turn restrictions there are of any kind.</summary>
    public int Restrictions { get; private set; }

    public override void Way(long id, OsmTags tags, ReadOnlySpan<long> nodes)
    {
        if (nodes.Length >= 2 && RoadWay.Read(tags) is { } road)
        {
            Ways.Add((id, road, Nodes.Count, nodes.Length));
            Nodes.AddRange(nodes);
        }
    }

    public override void Relation(OsmTags tags, OsmMembers members)
    {
        if (!TurnRule.IsRestriction(tags))
        {
            return;
        }
        Restrictions++;
        if (TurnRule.Read(tags, members) is { } rule)
        {
            Rules.Add(rule);
        }
    }
}
