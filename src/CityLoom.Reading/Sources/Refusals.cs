namespace CityLoom.Reading.Sources;

/// <summary>Every refusal of the input side, so that their words can be read in one place.</summary>
internal static class Refusals
{
    public static SourceRefusal Empty { get; } = new("empty", new(
        "文件是空的，没有可读的文字。请检查是否选错文件。",
        "The file holds no text. Check that it is the right file."));

    public static SourceRefusal NoText { get; } = new("no-text", new(
        "文件里没有文字，可能是扫描图片。请先做文字识别（OCR），再导入文本。",
        "The file holds no text, it may be a scan. Run text recognition (OCR) first and import the text."));

    public static SourceRefusal OldWord { get; } = new("old-word", new(
        "这是旧版 Word（.doc）或 WPS 文件。请另存为 .docx 后再导入。",
        "This is an old Word (.doc) or WPS file. Save it as .docx and import that."));

    public static SourceRefusal RichText { get; } = new("rtf", new(
        "这是 RTF 文件。请另存为 .docx 或 .txt 后再导入。",
        "This is an RTF file. Save it as .docx or .txt and import that."));

    public static SourceRefusal HtmlTooDeep { get; } = new("html-too-deep", new(
        $"网页的标签嵌套超过 {SourceLimits.HtmlDepth} 层或超过 {SourceLimits.HtmlCharacters} 个字符，不像一篇文件。请复制正文为文本再导入。",
        $"The page nests over {SourceLimits.HtmlDepth} levels or has over {SourceLimits.HtmlCharacters} characters. Copy its text into a text file and import that."));

    public static SourceRefusal PdfToolMissing { get; } = new("pdftotext-missing", new(
        "读取 PDF 需要 pdftotext 程序，本机没有。Debian/Ubuntu 安装：apt-get install poppler-utils；或将 PDF 另存为 .docx、.txt。",
        "Reading PDF needs the program pdftotext, which is not here. On Debian/Ubuntu: apt-get install poppler-utils; or save the PDF as .docx or .txt."));

    public static SourceRefusal PdfTooSlow { get; } = new("pdf-too-slow", new(
        $"pdftotext 在 {SourceLimits.PdfTime.TotalSeconds} 秒内没有读完。请拆分 PDF 或另存为文本。",
        $"pdftotext did not finish within {SourceLimits.PdfTime.TotalSeconds} seconds. Split the PDF or save it as text."));

    public static SourceRefusal Binary(string what) => new("binary", new(
        $"这是{what}，不是文字文件。可读：文本、HTML、DOCX、PDF。",
        $"This is not a text ({what}). Readable are text, HTML, DOCX and PDF."));

    public static SourceRefusal BinaryAt(long offset) => new("binary", new(
        $"第 {offset} 字节处是控制字符，这不是文字文件。可读：文本、HTML、DOCX、PDF。",
        $"Byte {offset} is a control character, this is not a text. Readable are text, HTML, DOCX and PDF."));

    public static SourceRefusal InvalidBytes(long offset, string encoding) => new("invalid-bytes", new(
        $"第 {offset} 字节不合 {encoding} 编码，文件可能损坏或被截断。请用正确的编码（如 UTF-8）重新保存。",
        $"Byte {offset} is not valid {encoding}; the file may be damaged or cut off. Save it again in a proper encoding such as UTF-8."));

    public static SourceRefusal TooLarge(string what, long limit) => new("too-large", new(
        $"{what}超过上限 {limit / 1_000_000} MB，不像一份部署文件。请拆分后再导入。",
        $"Over the limit of {limit / 1_000_000} MB, too large for a directive. Split it and import the parts."));

    public static SourceRefusal ParagraphTooLong(int line, int limit) => new("paragraph-too-long", new(
        $"第 {line} 段超过 {limit} 个字符，不像公文。请检查文件，或在段落之间换行。",
        $"Paragraph {line} has over {limit} characters, which no document has. Check the file, or put line breaks between its paragraphs."));

    public static SourceRefusal BrokenDocx(string detail) => new("broken-docx", new(
        $"DOCX 文件损坏或不完整（{detail}）。请用 Word 或 WPS 打开修复后另存。",
        $"The DOCX file is damaged or incomplete ({detail}). Open it in Word or WPS, repair and save it again."));

    public static SourceRefusal NotDocx { get; } = new("not-docx", new(
        "这是压缩包，但里面没有 Word 正文（word/document.xml）。请导入 .docx 文件。",
        "This is a ZIP archive without a Word document in it. Import a .docx file."));

    public static SourceRefusal BrokenPdf(string detail) => new("broken-pdf", new(
        $"PDF 读取失败：{detail}。请重新导出，或另存为 .docx、.txt。",
        $"The PDF cannot be read: {detail}. Export it again, or save it as .docx or .txt."));
}
