namespace CityLoom.Reach.Osm;

/// <summary>The table of strings of a block, kept as places in the block's bytes; used again for the next block.</summary>
internal sealed class PbfStrings
{
    private readonly List<(int Start, int Length)> _places = [];
    private byte[] _bytes = [];

    public int Count => _places.Count;

    /// <summary>A string; empty for a number beyond the table, which only the end mark 0 of an empty table can be.</summary>
    public ReadOnlySpan<byte> this[int index] => index >= _places.Count ? default : _bytes.AsSpan(_places[index].Start, _places[index].Length);

    public void Clear() => _places.Clear();

    public void Read(ProtoReader table, int size)
    {
        _places.Clear();
        if (_bytes.Length < size)
        {
            _bytes = new byte[size];
        }
        var at = 0;
        while (table.Next())
        {
            if (table.Field != 1)
            {
                table.Skip();
                continue;
            }
            var text = table.Bytes();
            text.CopyTo(_bytes.AsSpan(at));
            _places.Add((at, text.Length));
            at += text.Length;
        }
    }
}
