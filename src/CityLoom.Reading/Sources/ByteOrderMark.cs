using System.Text;

namespace CityLoom.Reading.Sources;

/// <summary>The byte order marks of the encodings that have one.</summary>
internal static class ByteOrderMark
{
    /// <summary>The encoding and the length of its mark in bytes; null where the file has none.</summary>
    public static (Encoding Encoding, int Length)? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (new UTF8Encoding(false), 3);
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (Encoding.Unicode, 2);
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (Encoding.BigEndianUnicode, 2);
        }
        return bytes.StartsWith((ReadOnlySpan<byte>)[0x84, 0x31, 0x95, 0x33])
            ? (CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!, 4)
            : null;
    }
}
