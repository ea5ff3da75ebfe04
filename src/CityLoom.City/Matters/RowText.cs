using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace CityLoom.City.Matters;

/// <summary>
/// What a row says as text, a line for each column, to take a fingerprint of: texts as JSON in quotes, flags as True or False, instants
/// as UTC milliseconds, a dash for what is missing. Journals hold such fingerprints, so the form never changes.
/// </summary>
internal sealed class RowText
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private byte[] _bytes = new byte[2_048];
    private int _length;

    public RowText Add(ReadOnlySpan<byte> column, string? value)
    {
        Begin(column, value is null ? 1 : (value.Length * 6) + 2);
        if (value is null)
        {
            _bytes[_length++] = (byte)'-';
        }
        else
        {
            _bytes[_length++] = (byte)'"';
            Write(JavaScriptEncoder.Default.Encode(value));
            _bytes[_length++] = (byte)'"';
        }

        return End();
    }

    public RowText Add(ReadOnlySpan<byte> column, bool value)
    {
        Begin(column, 5);
        Write(value ? "True" : "False");
        return End();
    }

    public RowText Add(ReadOnlySpan<byte> column, long? value) => Add<long>(column, value, default);

    public RowText Add(ReadOnlySpan<byte> column, double? value) => Add<double>(column, value, default);

    public RowText Add(ReadOnlySpan<byte> column, DateTimeOffset? value) => Add<long>(column, value?.ToUnixTimeMilliseconds(), default);

    public RowText Add(ReadOnlySpan<byte> column, DateOnly? value) => Add(column, value, "yyyy-MM-dd");

    /// <summary>SHA-256 of the whole text, hexadecimal.</summary>
    public string Fingerprint()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.AsSpan(0, _length), hash);
        return Convert.ToHexStringLower(hash);
    }

    private RowText Add<T>(ReadOnlySpan<byte> column, T? value, ReadOnlySpan<char> format)
        where T : struct, IUtf8SpanFormattable
    {
        Begin(column, 32);
        if (value is { } there)
        {
            there.TryFormat(_bytes.AsSpan(_length), out var written, format, Plain);
            _length += written;
        }
        else
        {
            _bytes[_length++] = (byte)'-';
        }

        return End();
    }

    private void Begin(ReadOnlySpan<byte> column, int room)
    {
        if (_bytes.Length < _length + column.Length + room + 2)
        {
            Array.Resize(ref _bytes, 2 * (_bytes.Length + column.Length + room));
        }

        column.CopyTo(_bytes.AsSpan(_length));
        _length += column.Length;
        _bytes[_length++] = (byte)'=';
    }

    private void Write(string ascii) => _length += Encoding.ASCII.GetBytes(ascii, _bytes.AsSpan(_length));

    private RowText End()
    {
        _bytes[_length++] = (byte)'\n';
        return this;
    }
}
