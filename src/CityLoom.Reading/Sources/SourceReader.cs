namespace CityLoom.Reading.Sources;

/// <summary>Draws the text out of a file, whose format is told by its content and never by its name.</summary>
internal static class SourceReader
{
    public static Attempt<SourceText> Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length > SourceLimits.FileBytes)
        {
            return Refusals.TooLarge("文件", SourceLimits.FileBytes);
        }
        if (bytes.IsEmpty)
        {
            return Refusals.Empty;
        }
        if (bytes.StartsWith("PK\x03\x04"u8))
        {
            return DocxText.Read(file);
        }
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) is >= 0)
        {
            return PdfText.Read(file);
        }
        return FileSignatures.Refusal(bytes) is { } refusal ? refusal : Decoded(bytes);
    }

    /// <summary>Takes a text that is decoded already.</summary>
    public static Attempt<SourceText> Read(string text) =>
        text.Length > SourceLimits.TextBytes / 2 ? Refusals.TooLarge("文字", SourceLimits.TextBytes) : FromText(text, "utf-16");

    private static Attempt<SourceText> Decoded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > SourceLimits.TextBytes)
        {
            return Refusals.TooLarge("文字", SourceLimits.TextBytes);
        }
        var decoded = TextDecoding.Decode(bytes);
        return decoded.Succeeded ? FromText(decoded.Value.Text, decoded.Value.EncodingName) : decoded.Refusal;
    }

    private static Attempt<SourceText> FromText(string text, string encoding)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Refusals.Empty;
        }
        if (HtmlText.LooksLikeHtml(text))
        {
            return HtmlText.Read(text, encoding);
        }
        var traced = TracedText.Unchanged(text);
        return new SourceText(WrappedLines.AreWrapped(text) ? WrappedLines.Join(traced) : traced, SourceFormat.Text, encoding);
    }
}
