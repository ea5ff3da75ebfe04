namespace CityLoom.Reading.Sources;

/// <summary>How large a source may be; a directive of a city is some 5,000 characters, its longest paragraph some 2,000.</summary>
public static class SourceLimits
{
    /// <summary>Bytes of a file of any format (images in a DOCX or PDF count).</summary>
    public const long FileBytes = 64_000_000;

    /// <summary>Bytes of text, in the file itself or inside a DOCX.</summary>
    public const long TextBytes = 20_000_000;

    /// <summary>Characters of one paragraph after cleaning.</summary>
    public const int ParagraphCharacters = 100_000;

    /// <summary>Characters of a page of HTML.</summary>
    public const int HtmlCharacters = 5_000_000;

    /// <summary>Levels of nested HTML elements.</summary>
    public const int HtmlDepth = 500;

    /// <summary>Parts of a DOCX package.</summary>
    public const int DocxParts = 5_000;

    /// <summary>Time that pdftotext may take.</summary>
    public static readonly TimeSpan PdfTime = TimeSpan.FromSeconds(20);
}
