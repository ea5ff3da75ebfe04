namespace CityLoom.Reading.Sources;

/// <summary>Recognises files that are known by their first bytes and are not texts.</summary>
internal static class FileSignatures
{
    private static readonly (byte[] Start, SourceRefusal Refusal)[] Known =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Refusals.OldWord),
        ([.. "{\\rtf"u8], Refusals.RichText),
        ([0x89, .. "PNG"u8], Refusals.Binary("PNG")),
        ([0xFF, 0xD8, 0xFF], Refusals.Binary("JPEG")),
        ([.. "GIF8"u8], Refusals.Binary("GIF")),
        ([0x7F, .. "ELF"u8], Refusals.Binary("ELF")),
        ([0x1F, 0x8B], Refusals.Binary("gzip")),
        ([.. "Rar!"u8], Refusals.Binary("RAR")),
        ([0x37, 0x7A, 0xBC, 0xAF], Refusals.Binary("7z")),
    ];

    public static SourceRefusal? Refusal(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, refusal) in Known)
        {
            if (bytes.StartsWith(start))
            {
                return refusal;
            }
        }
        return null;
    }
}
