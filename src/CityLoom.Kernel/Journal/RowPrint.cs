using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Journal;

/// <summary>
/// The fingerprint of rows: SHA-256 over the sorted SHA-256 hashes of the rows, so that it depends on no database's way of ordering
/// text. A row is its set's number and its values as text, each with its length; what is missing has a length of its own. Rows are
/// begun by <see cref="Row"/>; their values are added as they are stored.
/// </summary>
public sealed class RowPrint : RowValues
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private readonly ArrayBufferWriter<byte> _row = new(512);
    private readonly List<byte[]> _rows = [];

    /// <summary>True until a row was begun.</summary>
    public bool IsEmpty => _rows.Count == 0 && _row.WrittenCount == 0;

    /// <summary>Begins the next row.</summary>
    /// <param name="set">Number of its set; 0 where there is only one.</param>
    public RowPrint Row(int set)
    {
        EndRow();
        BinaryPrimitives.WriteInt32LittleEndian(_row.GetSpan(4), set);
        _row.Advance(4);
        return this;
    }

    /// <inheritdoc/>
    public override RowPrint Add(long? value) => value is { } number ? Written(number, default) : Missing();

    /// <inheritdoc/>
    public override RowPrint Add(double? value) => value is { } number ? Written(number, default) : Missing();

    /// <inheritdoc/>
    public override RowPrint Add(string? value)
    {
        if (value is null)
        {
            return Missing();
        }

        WriteLength(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, _row);
        return this;
    }

    /// <inheritdoc/>
    public override RowPrint Add(byte[] value)
    {
        WriteLength(value.Length);
        _row.Write(value);
        return this;
    }

    /// <summary>The fingerprint, hexadecimal.</summary>
    public override string ToString()
    {
        EndRow();
        _rows.Sort((one, other) => one.AsSpan().SequenceCompareTo(other));
        return Convert.ToHexStringLower(SHA256.HashData(_rows.SelectMany(r => r).ToArray()));
    }

    /// <summary>Adds the values of the row that a statement stands at, from the first column on.</summary>
    internal RowPrint Add(Statement row, int columns)
    {
        for (var column = 0; column < columns; column++)
        {
            _ = row.Value(column) switch
            {
                null => Missing(),
                string text => Add(text),
                byte[] bytes => Add(bytes),
                double number => Add(number),
                var whole => Add(Convert.ToInt64(whole, Plain)),
            };
        }

        return this;
    }

    private void EndRow()
    {
        if (_row.WrittenCount > 0)
        {
            _rows.Add(SHA256.HashData(_row.WrittenSpan));
            _row.ResetWrittenCount();
        }
    }

    private RowPrint Missing()
    {
        WriteLength(-1);
        return this;
    }

    private RowPrint Written<T>(T number, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[32];
        number.TryFormat(text, out var length, format, Plain);
        WriteLength(length);
        _row.Write(text[..length]);
        return this;
    }

    private void WriteLength(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_row.GetSpan(4), length);
        _row.Advance(4);
    }
}
