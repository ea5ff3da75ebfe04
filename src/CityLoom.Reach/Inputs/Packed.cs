using System.IO.Compression;
using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Inputs;

/// <summary>Files that may be packed with gzip; their first two bytes tell, not their name.</summary>
public static class Packed
{
    /// <summary>The content of a stream, unpacked where it is packed. The stream is read from where it stands.</summary>
    public static Stream Open(Stream stream)
    {
        var buffered = new BufferedStream(stream, 1 << 16);
        var start = new byte[2];
        var read = buffered.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        var whole = new Rejoined(start.AsMemory(0, read), buffered);
        return start is [0x1f, 0x8b] ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }
}
