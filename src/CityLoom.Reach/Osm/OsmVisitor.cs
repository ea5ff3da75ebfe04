using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>Is called with each element of a file, in the order of the file.</summary>
internal abstract class OsmVisitor
{
    /// <summary>False when nodes need only be counted.</summary>
    public virtual bool WantsNodes => false;

    /// <summary>False when ways need only be counted.</summary>
    public virtual bool WantsWays => false;

    /// <summary>False when relations need only be counted.</summary>
    public virtual bool WantsRelations => false;

    public virtual void Node(long id, Position place, OsmTags tags)
    {
    }

    public virtual void Way(long id, OsmTags tags, ReadOnlySpan<long> nodes)
    {
    }

    public virtual void Relation(OsmTags tags, OsmMembers members)
    {
    }
}
