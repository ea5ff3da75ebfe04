using System.Buffers.Text;

namespace CityLoom.Reach.Roads;

/// <summary>Lines of a text file as bytes, without making strings of them.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Number of the line last read, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its end; false when there is none.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n')) < 0 && !_ended)
        {
            Fill();
        }
        if (length < 0 && _start == _end)
        {
            line = default;
            return false;
        }
        var taken = length < 0 ? _end - _start : length;
        line = _buffer.AsSpan(_start, taken).TrimEnd((byte)'\r');
        _start += length < 0 ? taken : taken + 1;
        Number++;
        return true;
    }

    /// <summary>Takes the next word of a line when it is this one, whatever blanks stand around it; false when it is another.</summary>
    public static bool TryWord(ref ReadOnlySpan<byte> line, ReadOnlySpan<byte> word)
    {
        line = line.TrimStart(" \t"u8);
        if (!line.StartsWith(word) || (line.Length > word.Length && line[word.Length] is not ((byte)' ' or (byte)'\t')))
        {
            return false;
        }
        line = line[word.Length..];
        return true;
    }

    /// <summary>Takes the next word of a line as a whole number; false when it is none.</summary>
    public static bool TryNumber(ref ReadOnlySpan<byte> line, out long number)
    {
        line = line.TrimStart(" \t"u8);
        if (!Utf8Parser.TryParse(line, out number, out var used) || (used < line.Length && line[used] is not ((byte)' ' or (byte)'\t')))
        {
            return false;
        }
        line = line[used..];
        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        (_end, _ended) = (_end + read, read == 0);
    }
}
