namespace CityLoom.Reach.Osm;

/// <summary>Collects the tags of one element after another, without new memory for each.</summary>
internal sealed class PbfTags
{
    private readonly NumberList<int> _keys = new();
    private readonly NumberList<int> _values = new();

    /// <summary>The strings of the block at hand.</summary>
    public PbfStrings Strings { get; } = new();

    public void Clear()
    {
        _keys.Clear();
        _values.Clear();
    }

    public void ReadKeys(ProtoReader packed) => Read(packed, _keys);

    public void ReadValues(ProtoReader packed) => Read(packed, _values);

    /// <summary>Takes the roles of members, which are strings of the block as tags are.</summary>
    public void ReadRoles(ProtoReader packed, NumberList<int> into) => Read(packed, into);

    /// <summary>Takes the tags of the next dense node: keys and values in turn up to a zero.</summary>
    public void ReadPairs(ref ProtoReader packed)
    {
        while (Index(ref packed) is var key && key != 0)
        {
            _keys.Add(key);
            _values.Add(Index(ref packed));
        }
    }

    /// <summary>The tags collected; <paramref name="element"/> tells the place if they do not pair up.</summary>
    public OsmTags Of(ProtoReader element) => _keys.Count == _values.Count
        ? new(Strings, _keys.Span, _values.Span)
        : throw element.Damaged($"an element has {_keys.Count} keys and {_values.Count} values");

    private void Read(ProtoReader packed, NumberList<int> into)
    {
        while (!packed.AtEnd)
        {
            into.Add(Index(ref packed));
        }
    }

    private int Index(ref ProtoReader packed) =>
        packed.Varint() is var index && index < (ulong)Math.Max(1, Strings.Count) ? (int)index : throw packed.Damaged($"a tag names string {index} of {Strings.Count}");
}
