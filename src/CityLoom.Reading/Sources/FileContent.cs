namespace CityLoom.Reading.Sources;

/// <summary>The bytes of a file that is not too large to be read.</summary>
/// <param name="Content">All of them.</param>
public sealed record FileContent(ReadOnlyMemory<byte> Content)
{
    /// <summary>Reads a stream to its end, or refuses once it is over <see cref="SourceLimits.FileBytes"/>; never holds more than that.</summary>
    public static Outcome<FileContent> Read(Stream stream)
    {
        if (stream.CanSeek && stream.Length > SourceLimits.FileBytes)
        {
            return Refusals.TooLarge("文件", SourceLimits.FileBytes);
        }
        using var copy = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > SourceLimits.FileBytes)
            {
                return Refusals.TooLarge("文件", SourceLimits.FileBytes);
            }
        }
        return new FileContent(copy.GetBuffer().AsMemory(0, (int)copy.Length));
    }
}
