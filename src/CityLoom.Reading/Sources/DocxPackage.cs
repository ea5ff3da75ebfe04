using System.IO.Compression;

namespace CityLoom.Reading.Sources;

/// <summary>Looks at a ZIP archive before it is opened as a package: is it Word's, and does it unpack to a sane size.</summary>
internal static class DocxPackage
{
    public static SourceRefusal? Refusal(ReadOnlyMemory<byte> file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > SourceLimits.DocxParts)
        {
            return Refusals.BrokenDocx($"{archive.Entries.Count} parts");
        }
        if (archive.GetEntry("word/document.xml") is null && archive.GetEntry("[Content_Types].xml") is null)
        {
            return Refusals.NotDocx;
        }
        var buffer = new byte[1 << 16];
        var left = SourceLimits.TextBytes * 2;
        foreach (var entry in archive.Entries.Where(IsMarkup))
        {
            left -= UnpackedLength(entry, left, buffer);
            if (left < 0)
            {
                return Refusals.TooLarge("DOCX 解压后的文字", SourceLimits.TextBytes * 2);
            }
        }
        return null;
    }

    private static bool IsMarkup(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>Unpacks and counts, since the length in the directory may lie; stops soon after the limit.</summary>
    private static long UnpackedLength(ZipArchiveEntry entry, long limit, byte[] buffer)
    {
        using var stream = entry.Open();
        long length = 0;
        for (int read; length <= limit && (read = stream.Read(buffer)) > 0;)
        {
            length += read;
        }
        return length;
    }
}
