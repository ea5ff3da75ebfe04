using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CityLoom.Oracles.Roads;

/// <summary>Writes small OpenStreetMap PBF files, so that tests need no extract.</summary>
internal sealed class PbfBuilder
{
    private readonly List<string> _strings = [""];
    private readonly List<byte[]> _ways = [];
    private readonly List<byte[]> _relations = [];
    private readonly List<(long Id, double Longitude, double Latitude, string Tags)> _nodes = [];

    public string Feature { get; init; } = "DenseNodes";

    public PbfBuilder Node(long id, double longitude, double latitude, string tags = "")
    {
        _nodes.Add((id, longitude, latitude, tags));
        return this;
    }

    public PbfBuilder Way(long id, string tags, params long[] nodes)
    {
        var (keys, values) = Tags(tags);
        var (refs, last) = (new List<byte>(), 0L);
        foreach (var node in nodes)
        {
            refs.AddRange(Varint(ZigZag(node - last)));
            last = node;
        }
        _ways.Add([.. Number(1, (ulong)id), .. Field(2, keys), .. Field(3, values), .. Field(8, refs)]);
        return this;
    }

    /// <summary>A relation; members are written <c>from:w1</c>, <c>via:n5</c>.</summary>
    public PbfBuilder Relation(long id, string tags, string members, bool dropKind = false)
    {
        var (keys, values) = Tags(tags);
        var (roles, ids, kinds, last) = (new List<byte>(), new List<byte>(), new List<byte>(), 0L);
        foreach (var member in members.Split(' ').Select(text => text.Split(':')))
        {
            var number = long.Parse(member[1][1..], System.Globalization.CultureInfo.InvariantCulture);
            roles.Add(String(member[0]));
            ids.AddRange(Varint(ZigZag(number - last)));
            kinds.Add((byte)"nwr".IndexOf(member[1][0], StringComparison.Ordinal));
            last = number;
        }
        _relations.Add([.. Number(1, (ulong)id), .. Field(2, keys), .. Field(3, values), .. Field(8, roles), .. Field(9, ids), .. Field(10, dropKind ? [] : kinds)]);
        return this;
    }

    public MemoryStream Build()
    {
        var dense = Field(2, Dense());
        var ways = _ways.SelectMany(way => Field(3, way)).ToArray();
        var relations = _relations.SelectMany(relation => Field(4, relation)).ToArray();
        var table = _strings.SelectMany(text => Field(1, Encoding.UTF8.GetBytes(text))).ToArray();
        byte[] header = [.. Field(4, Encoding.UTF8.GetBytes("OsmSchema-V0.6")), .. Field(4, Encoding.UTF8.GetBytes(Feature))];
        byte[] data = [.. Field(1, table), .. Field(2, dense), .. Field(2, ways), .. Field(2, relations)];
        return new([.. Blob("OSMHeader", header), .. Blob("OSMData", data)]);
    }

    private byte[] Dense()
    {
        var columns = new[] { new List<byte>(), [], [], [] };
        var (id, x, y) = (0L, 0L, 0L);
        foreach (var node in _nodes)
        {
            var (nextX, nextY) = ((long)Math.Round(node.Longitude * 1e7), (long)Math.Round(node.Latitude * 1e7));
            columns[0].AddRange(Varint(ZigZag(node.Id - id)));
            columns[1].AddRange(Varint(ZigZag(nextY - y)));
            columns[2].AddRange(Varint(ZigZag(nextX - x)));
            var (keys, values) = Tags(node.Tags);
            columns[3].AddRange([.. keys.Zip(values, (key, value) => new[] { key, value }).SelectMany(pair => pair), 0]);
            (id, x, y) = (node.Id, nextX, nextY);
        }
        return [.. Field(1, columns[0]), .. Field(8, columns[1]), .. Field(9, columns[2]), .. Field(10, columns[3])];
    }

    /// <summary>Numbers of strings; tests have fewer than 128, so each is one byte.</summary>
    private (byte[] Keys, byte[] Values) Tags(string tags)
    {
        var pairs = tags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.Split('=')).ToArray();
        return (Array.ConvertAll(pairs, pair => String(pair[0])), Array.ConvertAll(pairs, pair => String(pair[1])));
    }

    private byte String(string text)
    {
        if (!_strings.Contains(text))
        {
            _strings.Add(text);
        }
        return (byte)_strings.IndexOf(text);
    }

    public static byte[] Blob(string kind, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(content);
        }
        byte[] blob = [.. Number(2, (ulong)content.Length), .. Field(3, packed.ToArray())];
        byte[] header = [.. Field(1, Encoding.UTF8.GetBytes(kind)), .. Number(3, (ulong)blob.Length)];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, header.Length);
        return [.. length, .. header, .. blob];
    }

    private static byte[] Field(int number, IReadOnlyCollection<byte> bytes) => [.. Varint(((ulong)number << 3) | 2), .. Varint((ulong)bytes.Count), .. bytes];

    private static byte[] Number(int number, ulong value) => [.. Varint((ulong)number << 3), .. Varint(value)];

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }
        bytes.Add((byte)value);
        return bytes.ToArray();
    }
}
