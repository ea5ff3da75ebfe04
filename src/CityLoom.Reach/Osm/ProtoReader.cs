using System.Buffers.Binary;
using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>
/// Reads a message of Protocol Buffers (the wire format of developers.google.com/protocol-buffers/docs/encoding) field by field,
/// without copies. Damage is told with its place in the file: for packed blobs the place of the blob and, beside it, of the unpacked byte.
/// </summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> data, string where)
{
    private const int VarintWire = 0;
    private const int LongWire = 1;
    private const int BytesWire = 2;
    private const int IntWire = 5;

    private readonly ReadOnlySpan<byte> _data = data;
    private int _at;
    private int _wire;

    /// <summary>Number of the field now at hand.</summary>
    public int Field { get; private set; }

    public readonly bool AtEnd => _at >= _data.Length;

    /// <summary>Goes to the next field; its value must be read or skipped before the next.</summary>
    public bool Next()
    {
        if (AtEnd)
        {
            return false;
        }
        var tag = Varint();
        (Field, _wire) = ((int)(tag >> 3), (int)(tag & 7));
        return Field > 0 && tag >> 32 == 0 ? true : throw Damaged("a field has no number");
    }

    /// <summary>An unsigned number; also one after another inside a packed list.</summary>
    public ulong Varint()
    {
        if (_at < _data.Length && _data[_at] < 0x80)
        {
            return _data[_at++];
        }
        var (value, shift) = (0UL, 0);
        while (_at < _data.Length && shift < 64)
        {
            var part = _data[_at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return value;
            }
            shift += 7;
        }
        throw Damaged(AtEnd ? "the data end inside a number" : "a number is longer than ten bytes");
    }

    /// <summary>A signed number in zigzag form.</summary>
    public long Signed() => (long)Varint() is var value ? (long)((ulong)value >> 1) ^ -(value & 1) : 0;

    /// <summary>A number of the field at hand that must be small enough for an <see cref="int"/>.</summary>
    public int Count()
    {
        var value = _wire == VarintWire ? Varint() : throw Damaged($"field {Field} is not a number");
        return value <= int.MaxValue ? (int)value : throw Damaged($"{value} is too large for field {Field}");
    }

    /// <summary>The bytes of the field at hand.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        if (_wire != BytesWire)
        {
            throw Damaged($"field {Field} should be a string, message or list");
        }
        var length = Varint();
        if (length > (ulong)(_data.Length - _at))
        {
            throw Damaged($"field {Field} claims {length} bytes where {_data.Length - _at} are left");
        }
        var bytes = _data.Slice(_at, (int)length);
        _at += (int)length;
        return bytes;
    }

    /// <summary>The message of the field at hand.</summary>
    public ProtoReader Message() => new(Bytes(), where);

    /// <summary>A reader of bytes taken from this message.</summary>
    public readonly ProtoReader Within(ReadOnlySpan<byte> bytes) => new(bytes, where);

    /// <summary>Passes over the field at hand.</summary>
    public void Skip()
    {
        switch (_wire)
        {
            case VarintWire:
                Varint();
                break;
            case BytesWire:
                Bytes();
                break;
            case LongWire or IntWire when _data.Length - _at >= (_wire == LongWire ? 8 : 4):
                _at += _wire == LongWire ? 8 : 4;
                break;
            default:
                throw Damaged($"field {Field} has the unknown kind {_wire}");
        }
    }

    /// <summary>How many numbers a packed list holds.</summary>
    public static int CountNumbers(ReadOnlySpan<byte> packed)
    {
        var count = 0;
        foreach (var part in packed)
        {
            count += part < 0x80 ? 1 : 0;
        }
        return count;
    }

    public static int BigEndian(ReadOnlySpan<byte> four) => BinaryPrimitives.ReadInt32BigEndian(four);

    public readonly RoadFileException Damaged(string what) => new($"{where}, {_at} bytes into it: {what}");
}
