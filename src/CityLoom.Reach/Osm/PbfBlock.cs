using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>Reads the blocks of a file one after another: strings, then groups of nodes, dense nodes, ways and relations.</summary>
internal sealed class PbfBlock(OsmVisitor visitor)
{
    private const double NanodegreesPerUnit = 100;

    private readonly PbfStrings _strings = new();
    private readonly NumberList<int> _keys = new();
    private readonly NumberList<int> _values = new();
    private readonly NumberList<long> _nodes = new();
    private long _granularity;
    private long _latitudeOffset;
    private long _longitudeOffset;

    public OsmCounts Counts { get; private set; }

    public void Read(ProtoReader block, int size)
    {
        (_granularity, _latitudeOffset, _longitudeOffset) = (100, 0, 0);
        _strings.Clear();
        for (var fields = block; fields.Next();)
        {
            switch (fields.Field)
            {
                case 1:
                    _strings.Read(fields.Message(), size);
                    break;
                case 17:
                    _granularity = fields.Count();
                    break;
                case 19:
                    _latitudeOffset = (long)fields.Varint();
                    break;
                case 20:
                    _longitudeOffset = (long)fields.Varint();
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
                    ReadNode(group.Message());
                    break;
                case 2:
                    ReadDense(group.Message());
                    break;
                case 3:
                    ReadWay(group.Message());
                    break;
                case 4:
                    group.Skip();
                    Counts = Counts with { Relations = Counts.Relations + 1 };
                    break;
                default:
                    group.Skip();
                    break;
            }
        }
    }

    private void ReadNode(ProtoReader node)
    {
        var (id, latitude, longitude) = (0L, 0L, 0L);
        ClearTags();
        while (node.Next())
        {
            switch (node.Field)
            {
                case 1:
                    id = node.Signed();
                    break;
                case 2:
                    ReadStrings(node.Message(), _keys);
                    break;
                case 3:
                    ReadStrings(node.Message(), _values);
                    break;
                case 8:
                    latitude = node.Signed();
                    break;
                case 9:
                    longitude = node.Signed();
                    break;
                default:
                    node.Skip();
                    break;
            }
        }
        Counts = Counts with { Nodes = Counts.Nodes + 1 };
        if (visitor.WantsNodes)
        {
            visitor.Node(id, Place(node, id, longitude, latitude), Tags(node));
        }
    }

    private void ReadDense(ProtoReader dense)
    {
        ReadOnlySpan<byte> ids = default, latitudes = default, longitudes = default, tags = default;
        while (dense.Next())
        {
            switch (dense.Field)
            {
                case 1:
                    ids = dense.Bytes();
                    break;
                case 8:
                    latitudes = dense.Bytes();
                    break;
                case 9:
                    longitudes = dense.Bytes();
                    break;
                case 10:
                    tags = dense.Bytes();
                    break;
                default:
                    dense.Skip();
                    break;
            }
        }
        var count = ProtoReader.CountNumbers(ids);
        Counts = Counts with { Nodes = Counts.Nodes + count };
        if (visitor.WantsNodes)
        {
            ReadColumns(dense, dense.Within(ids), dense.Within(longitudes), dense.Within(latitudes), dense.Within(tags), count);
        }
    }

    private void ReadColumns(ProtoReader dense, ProtoReader ids, ProtoReader longitudes, ProtoReader latitudes, ProtoReader tags, int count)
    {
        var (id, longitude, latitude, tagged) = (0L, 0L, 0L, !tags.AtEnd);
        for (var i = 0; i < count; i++)
        {
            (id, longitude, latitude) = (id + ids.Signed(), longitude + longitudes.Signed(), latitude + latitudes.Signed());
            ClearTags();
            while (tagged && StringIndex(ref tags) is var key && key != 0)
            {
                _keys.Add(key);
                _values.Add(StringIndex(ref tags));
            }
            visitor.Node(id, Place(dense, id, longitude, latitude), Tags(dense));
        }
    }

    private void ReadWay(ProtoReader way)
    {
        Counts = Counts with { Ways = Counts.Ways + 1 };
        if (!visitor.WantsWays)
        {
            return;
        }
        ClearTags();
        _nodes.Clear();
        var id = 0L;
        while (way.Next())
        {
            switch (way.Field)
            {
                case 1:
                    id = (long)way.Varint();
                    break;
                case 2:
                    ReadStrings(way.Message(), _keys);
                    break;
                case 3:
                    ReadStrings(way.Message(), _values);
                    break;
                case 8:
                    var node = 0L;
                    for (var nodes = way.Message(); !nodes.AtEnd;)
                    {
                        _nodes.Add(node += nodes.Signed());
                    }
                    break;
                default:
                    way.Skip();
                    break;
            }
        }
        visitor.Way(id, Tags(way), _nodes.Span);
    }

    private void ReadStrings(ProtoReader packed, NumberList<int> into)
    {
        while (!packed.AtEnd)
        {
            into.Add(StringIndex(ref packed));
        }
    }

    private int StringIndex(ref ProtoReader packed) =>
        packed.Varint() is var index && index < (ulong)Math.Max(1, _strings.Count) ? (int)index : throw packed.Damaged($"a tag names string {index} of {_strings.Count}");

    private void ClearTags()
    {
        _keys.Clear();
        _values.Clear();
    }

    private OsmTags Tags(ProtoReader reader) => _keys.Count == _values.Count
        ? new(_strings, _keys.Span, _values.Span)
        : throw reader.Damaged($"an element has {_keys.Count} keys and {_values.Count} values");

    private Position Place(ProtoReader reader, long id, long longitude, long latitude)
    {
        var x = (_longitudeOffset + ((double)_granularity * longitude)) / NanodegreesPerUnit;
        var y = (_latitudeOffset + ((double)_granularity * latitude)) / NanodegreesPerUnit;
        return Position.OnEarth(x / 1e7, y / 1e7)
            ? new((int)Math.Round(x), (int)Math.Round(y))
            : throw reader.Damaged($"node {id} lies at longitude {x / 1e7}, latitude {y / 1e7}, which is not on the earth");
    }
}
