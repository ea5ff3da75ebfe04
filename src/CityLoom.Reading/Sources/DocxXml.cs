using System.Xml;
using System.Xml.Linq;

namespace CityLoom.Reading.Sources;

/// <summary>How the parts of a package are read: no document type, a bounded length, names without regard to their namespace.</summary>
internal static class DocxXml
{
    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        MaxCharactersInDocument = SourceLimits.TextBytes * 2,
    };

    /// <summary>The attribute <c>val</c>, whatever its prefix.</summary>
    public static string? Value(XmlReader reader) =>
        reader.GetAttribute("val", reader.NamespaceURI) ?? reader.GetAttribute("val");

    /// <summary>The attribute <paramref name="name"/> of an element; null where it has none.</summary>
    public static string? Attribute(XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    /// <summary>The child elements of that local name.</summary>
    public static IEnumerable<XElement> Children(XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    /// <summary>The first child element of that local name.</summary>
    public static XElement? Child(XElement? element, string name) => Children(element, name).FirstOrDefault();

    public static XElement? Load(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Settings);
        return XDocument.Load(reader).Root;
    }
}
