namespace CityLoom.Reach.Osm;

/// <summary>Reads nodes, single or dense.</summary>
internal sealed class PbfNodes(OsmVisitor visitor, PbfTags tags)
{
    /// <summary>How many were read so far.</summary>
    public long Count { get; private set; }

    public void ReadNode(ProtoReader node, PbfGrid grid)
    {
        var (id, latitude, longitude) = (0L, 0L, 0L);
        tags.Clear();
        while (node.Next())
        {
            switch (node.Field)
            {
                case 1:
                    id = node.Signed();
                    break;
                case 2:
                    tags.ReadKeys(node.Message());
                    break;
                case 3:
                    tags.ReadValues(node.Message());
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
        Count++;
        if (visitor.WantsNodes)
        {
            visitor.Node(id, grid.Place(node, id, longitude, latitude), tags.Of(node));
        }
    }

    public void ReadDense(ProtoReader dense, PbfGrid grid)
    {
        ReadOnlySpan<byte> ids = default, latitudes = default, longitudes = default, pairs = default;
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
                    pairs = dense.Bytes();
                    break;
                default:
                    dense.Skip();
                    break;
            }
        }
        var count = ProtoReader.CountNumbers(ids);
        Count += count;
        if (visitor.WantsNodes)
        {
            ReadColumns(dense, new(dense.Within(ids), dense.Within(longitudes), dense.Within(latitudes), dense.Within(pairs)), count, grid);
        }
    }

    private void ReadColumns(ProtoReader dense, Columns columns, int count, PbfGrid grid)
    {
        var (id, longitude, latitude, tagged) = (0L, 0L, 0L, !columns.Pairs.AtEnd);
        for (var i = 0; i < count; i++)
        {
            (id, longitude, latitude) = (id + columns.Ids.Signed(), longitude + columns.Longitudes.Signed(), latitude + columns.Latitudes.Signed());
            tags.Clear();
            if (tagged)
            {
                tags.ReadPairs(ref columns.Pairs);
            }
            visitor.Node(id, grid.Place(dense, id, longitude, latitude), tags.Of(dense));
        }
    }

    /// <summary>Dense nodes lie in columns; numbers are differences to the node before.</summary>
    private ref struct Columns(ProtoReader ids, ProtoReader longitudes, ProtoReader latitudes, ProtoReader pairs)
    {
        public ProtoReader Ids = ids;
        public ProtoReader Longitudes = longitudes;
        public ProtoReader Latitudes = latitudes;
        public ProtoReader Pairs = pairs;
    }
}
