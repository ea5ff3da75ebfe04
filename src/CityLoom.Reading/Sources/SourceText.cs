namespace CityLoom.Reading.Sources;

/// <summary>The text of a file before cleaning, traced to the decoded file.</summary>
/// <param name="Traced">
/// The text. Offsets lead into the decoded file for text and HTML; DOCX and PDF have no characters of their own to count,
/// so there they count in the text drawn from them.
/// </param>
/// <param name="Format">What the file turned out to be.</param>
/// <param name="EncodingName">The encoding of a text or HTML file.</param>
internal sealed record SourceText(TracedText Traced, SourceFormat Format, string EncodingName = "utf-8");

/// <summary>What a file turned out to be by its content.</summary>
internal enum SourceFormat
{
    Text,
    Html,
    Docx,
    Pdf,
}
