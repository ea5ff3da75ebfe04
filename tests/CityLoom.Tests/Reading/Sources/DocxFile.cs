using System.IO.Compression;

namespace CityLoom.Tests.Reading.Sources;

/// <summary>Makes small Word files part by part.</summary>
internal static class DocxFile
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Of(string body, string? numbering = null)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Add(archive, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                  <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                  <Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
                </Types>
                """);
            Add(archive, "_rels/.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                  <Relationship Id="r1" Type="{Relationships}/officeDocument" Target="word/document.xml"/>
                </Relationships>
                """);
            Add(archive, "word/_rels/document.xml.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                  <Relationship Id="r1" Type="{Relationships}/numbering" Target="numbering.xml"/>
                </Relationships>
                """);
            Add(archive, "word/document.xml", $"""<w:document xmlns:w="{Namespace}"><w:body>{body}</w:body></w:document>""");
            Add(archive, "word/numbering.xml", $"""<w:numbering xmlns:w="{Namespace}">{numbering}</w:numbering>""");
        }
        return file.ToArray();
    }

    public static string Paragraph(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static string Row(params string[] cells) =>
        "<w:tr>" + string.Concat(cells.Select(cell => $"<w:tc>{Paragraph(cell)}</w:tc>")) + "</w:tr>";

    private static void Add(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(content);
    }
}
