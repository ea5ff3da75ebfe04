namespace CityLoom.Reach.Roads;

/// <summary>A stream with its first bytes, already taken to look at, put in front again.</summary>
internal sealed class Rejoined(ReadOnlyMemory<byte> front, Stream rest) : Stream
{
    private ReadOnlyMemory<byte> _front = front;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_front.IsEmpty)
        {
            return rest.Read(buffer);
        }
        var count = Math.Min(buffer.Length, _front.Length);
        _front.Span[..count].CopyTo(buffer);
        _front = _front[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
