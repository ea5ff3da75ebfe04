using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>Second pass: where the nodes of roads lie, and which of them are barriers.</summary>
/// <param name="ids">The nodes wanted, sorted.</param>
internal sealed class NodeVisitor(long[] ids) : OsmVisitor
{
    public override bool WantsNodes => true;

    public Position[] Positions { get; } = new Position[ids.Length];

    /// <summary>True for nodes that are in the file; an extract may name nodes beyond its edge.</summary>
    public bool[] Found { get; } = new bool[ids.Length];

    public Barrier[] Barriers { get; } = new Barrier[ids.Length];

    public override void Node(long id, Position place, OsmTags tags)
    {
        var at = Array.BinarySearch(ids, id);
        if (at >= 0)
        {
            (Positions[at], Found[at]) = (place, true);
            Barriers[at] = tags.IsEmpty ? Barrier.None : Osm.Barriers.Read(tags);
        }
    }
}
