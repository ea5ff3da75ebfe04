using System.IO.Packaging;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace CityLoom.Reading.Sources;

/// <summary>Draws the text out of a DOCX package, which is inspected for its size before anything is read from it.</summary>
internal static class DocxText
{
    public static Outcome<SourceText> Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            if (DocxPackage.Refusal(file) is { } refusal)
            {
                return refusal;
            }
            using var document = WordprocessingDocument.Open(new MemoryStream(file.ToArray(), writable: false), isEditable: false);
            if (document.MainDocumentPart is not { } main)
            {
                return Refusals.NotDocx;
            }
            using var body = main.GetStream();
            var text = new DocxBody(DocxNumbering.Of(main)).Read(body);
            return string.IsNullOrWhiteSpace(text) ? Refusals.NoText : new SourceText(TracedText.Unchanged(text), SourceFormat.Docx);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException or IOException
            or ArgumentException or FormatException or NotSupportedException or InvalidOperationException)
        {
            return Refusals.BrokenDocx(e.Message.ReplaceLineEndings(" "));
        }
    }
}
