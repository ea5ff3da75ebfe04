using System.Text;

namespace CityLoom.Reach.Osm;

/// <summary>The tags of one element, as numbers into the table of strings of its block.</summary>
internal readonly ref struct OsmTags(PbfStrings strings, ReadOnlySpan<int> keys, ReadOnlySpan<int> values)
{
    private readonly ReadOnlySpan<int> _keys = keys;
    private readonly ReadOnlySpan<int> _values = values;

    /// <summary>True where there are none, as with most nodes.</summary>
    public bool IsEmpty => _keys.IsEmpty;

    /// <summary>The value of a key; empty where it is not there.</summary>
    public ReadOnlySpan<byte> this[ReadOnlySpan<byte> key]
    {
        get
        {
            for (var i = 0; i < _keys.Length; i++)
            {
                if (strings[_keys[i]].SequenceEqual(key))
                {
                    return strings[_values[i]];
                }
            }
            return default;
        }
    }

    /// <summary>The value of a key as text; empty where it is not there.</summary>
    public string Text(ReadOnlySpan<byte> key) => this[key] is var value && value.IsEmpty ? "" : Encoding.UTF8.GetString(value);
}
