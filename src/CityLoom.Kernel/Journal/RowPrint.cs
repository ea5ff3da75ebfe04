using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Journal;

/// <summary>
/// The fingerprint of a subject's rows: SHA-256 over the sorted SHA-256 hashes of the rows, so that it depends on no database's way of
/// ordering text. A row is its set's number and its values as text, each with its length; what is missing has a length of its own.
/// </summary>
internal sealed class RowPrint
{
    private readonly ArrayBufferWriter<byte> _row = new(512);
    private readonly List<byte[]> _rows = [];

    /// <summary>True until a row was added.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Adds the row that a statement stands at.</summary>
    public void Add(int set, Statement row, int columns)
    {
        Begin(set);
        for (var column = 0; column < columns; column++)
        {
            Write(row.Value(column));
        }

        End();
    }

    /// <summary>Adds a row in hand.</summary>
    public void Add(int set, ReadOnlySpan<object?> values)
    {
        Begin(set);
        foreach (var value in values)
        {
            Write(value);
        }

        End();
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        _rows.Sort((one, other) => one.AsSpan().SequenceCompareTo(other));
        return Convert.ToHexStringLower(SHA256.HashData(_rows.SelectMany(r => r).ToArray()));
    }

    private void Begin(int set)
    {
        _row.ResetWrittenCount();
        BinaryPrimitives.WriteInt32LittleEndian(_row.GetSpan(4), set);
        _row.Advance(4);
    }

    private void End() => _rows.Add(SHA256.HashData(_row.WrittenSpan));

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                WriteLength(-1);
                break;
            case byte[] bytes:
                WriteLength(bytes.Length);
                _row.Write(bytes);
                break;
            case string text:
                WriteText(text);
                break;
            case bool flag:
                WriteText(flag ? "1" : "0");
                break;
            case DateTimeOffset instant:
                WriteText(instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
                break;
            case IFormattable number:
                WriteText(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                WriteText(value.ToString()!);
                break;
        }
    }

    private void WriteText(string text)
    {
        WriteLength(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _row);
    }

    private void WriteLength(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_row.GetSpan(4), length);
        _row.Advance(4);
    }
}
