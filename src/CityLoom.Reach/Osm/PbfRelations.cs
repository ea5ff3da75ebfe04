namespace CityLoom.Reach.Osm;

/// <summary>Reads relations.</summary>
internal sealed class PbfRelations(OsmVisitor visitor, PbfTags tags)
{
    private readonly NumberList<int> _roles = new();
    private readonly NumberList<long> _ids = new();
    private readonly NumberList<int> _kinds = new();

    /// <summary>How many were read so far.</summary>
    public long Count { get; private set; }

    public void Read(ProtoReader relation)
    {
        Count++;
        if (!visitor.WantsRelations)
        {
            return;
        }
        tags.Clear();
        _roles.Clear();
        _ids.Clear();
        _kinds.Clear();
        while (relation.Next())
        {
            switch (relation.Field)
            {
                case 2:
                    tags.ReadKeys(relation.Message());
                    break;
                case 3:
                    tags.ReadValues(relation.Message());
                    break;
                case 8:
                    tags.ReadRoles(relation.Message(), _roles);
                    break;
                case 9:
                    var id = 0L;
                    for (var ids = relation.Message(); !ids.AtEnd;)
                    {
                        _ids.Add(id += ids.Signed());
                    }
                    break;
                case 10:
                    for (var kinds = relation.Message(); !kinds.AtEnd;)
                    {
                        _kinds.Add((int)Math.Min(kinds.Varint(), int.MaxValue));
                    }
                    break;
                default:
                    relation.Skip();
                    break;
            }
        }
        if (_roles.Count != _ids.Count || _kinds.Count != _ids.Count)
        {
            throw relation.Damaged($"a relation has {_ids.Count} members, {_roles.Count} roles and {_kinds.Count} kinds");
        }
        visitor.Relation(tags.Of(relation), new(tags.Strings, _roles.Span, _ids.Span, _kinds.Span));
    }
}
