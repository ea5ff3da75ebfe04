using System.IO.Compression;
using System.Text;

namespace CityLoom.Kernel.Files;

/// <summary>Tells what a file is from its first bytes; only kinds that serve as evidence are known.</summary>
internal static class MediaTypes
{
    /// <summary>A ZIP archive, which Word and Excel files are.</summary>
    public const string Archive = "application/zip";

    private static readonly (byte[] Magic, int At, string Type)[] Known =
    [
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "image/png"),
        ("GIF8"u8.ToArray(), 0, "image/gif"),
        ("WEBP"u8.ToArray(), 8, "image/webp"),
        ("%PDF-"u8.ToArray(), 0, "application/pdf"),
        ([0x50, 0x4B, 0x03, 0x04], 0, Archive),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, "application/x-ole-storage"),
        ("ftyp"u8.ToArray(), 4, "video/mp4"),
    ];

    /// <summary>The media type, or null when it is none that is accepted.</summary>
    public static string? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, at, type) in Known)
        {
            if ((type != "image/webp" || head.StartsWith("RIFF"u8)) && head.Length >= at + magic.Length && head.Slice(at, magic.Length).SequenceEqual(magic))
            {
                return type;
            }
        }

        return IsText(head) ? "text/plain" : null;
    }

    /// <summary>The Office or OpenDocument type of an archive, or null when it is any other archive or cannot be read.</summary>
    public static string? OfArchive(Stream archive)
    {
        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("[Content_Types].xml") is null ? OpenDocument(zip)
                : zip.GetEntry("word/document.xml") is not null ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : zip.GetEntry("xl/workbook.xml") is not null ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : zip.GetEntry("ppt/presentation.xml") is not null ? "application/vnd.openxmlformats-officedocument.presentationml.presentation"
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string? OpenDocument(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: < 100 } entry)
        {
            return null;
        }

        using var reader = new StreamReader(entry.Open());
        var type = reader.ReadToEnd();
        return type.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) ? type : null;
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        foreach (var b in head)
        {
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0D))
            {
                return false;
            }
        }

        // Markup could run in a browser that is fooled about the type; it is never evidence.
        return !Encoding.UTF8.GetString(head).TrimStart('\uFEFF').TrimStart().StartsWith('<');
    }
}
