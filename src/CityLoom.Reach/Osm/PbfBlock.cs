namespace CityLoom.Reach.Osm;

/// <summary>Reads the blocks of a file one after another: strings, then groups of nodes, dense nodes, ways and relations.</summary>
internal sealed class PbfBlock
{
    private readonly OsmVisitor _visitor;
    private readonly PbfTags _tags = new();
    private readonly PbfNodes _nodes;
    private readonly PbfRelations _relations;
    private readonly NumberList<long> _members = new();
    private PbfGrid _grid;
    private long _ways;

    public PbfBlock(OsmVisitor visitor) => (_visitor, _nodes, _relations) = (visitor, new(visitor, _tags), new(visitor, _tags));

    public OsmCounts Counts => new(_nodes.Count, _ways, _relations.Count);

    public void Read(ProtoReader block, int size)
    {
        _grid = PbfGrid.Usual;
        _tags.Strings.Clear();
        for (var fields = block; fields.Next();)
        {
            switch (fields.Field)
            {
                case 1:
                    _tags.Strings.Read(fields.Message(), size);
                    break;
                case 17:
                    _grid = _grid with { Granularity = fields.Count() };
                    break;
                case 19:
                    _grid = _grid with { LatitudeOffset = (long)fields.Varint() };
                    break;
                case 20:
                    _grid = _grid with { LongitudeOffset = (long)fields.Varint() };
                    break;
                default:
                    fields.Skip();
                    break;
            }
        }
        while (block.Next())
        {
            if (block.Field == 2)
            {
                ReadGroup(block.Message());
            }
            else
            {
                block.Skip();
            }
        }
    }

    private void ReadGroup(ProtoReader group)
    {
        while (group.Next())
        {
            switch (group.Field)
            {
                case 1:
                    _nodes.ReadNode(group.Message(), _grid);
                    break;
                case 2:
                    _nodes.ReadDense(group.Message(), _grid);
                    break;
                case 3:
                    ReadWay(group.Message());
                    break;
                case 4:
                    _relations.Read(group.Message());
                    break;
                default:
                    group.Skip();
                    break;
            }
        }
    }

    private void ReadWay(ProtoReader way)
    {
        _ways++;
        if (!_visitor.WantsWays)
        {
            return;
        }
        _tags.Clear();
        _members.Clear();
        var id = 0L;
        while (way.Next())
        {
            switch (way.Field)
            {
                case 1:
                    id = (long)way.Varint();
                    break;
                case 2:
                    _tags.ReadKeys(way.Message());
                    break;
                case 3:
                    _tags.ReadValues(way.Message());
                    break;
                case 8:
                    var node = 0L;
                    for (var nodes = way.Message(); !nodes.AtEnd;)
                    {
                        _members.Add(node += nodes.Signed());
                    }
                    break;
                default:
                    way.Skip();
                    break;
            }
        }
        _visitor.Way(id, _tags.Of(way), _members.Span);
    }
}
