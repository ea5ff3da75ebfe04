using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CityLoom.Reading.Sources;

/// <summary>Draws the text out of a PDF by the program <c>pdftotext</c> (poppler-utils), which must be on the PATH.</summary>
internal static class PdfText
{
    private const string Program = "pdftotext";

    public static Outcome<SourceText> Read(ReadOnlyMemory<byte> file)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        try
        {
            using (var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            {
                copy.Write(file.Span);
            }
            return Run(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Outcome<SourceText> Run(string path)
    {
        try
        {
            using var process = Process.Start(Call(path))!;
            var text = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(SourceLimits.PdfTime))
            {
                process.Kill(entireProcessTree: true);
                return Refusals.PdfTooSlow;
            }
            return process.ExitCode == 0 ? Drawn(text.Result) : Refusals.BrokenPdf(FirstLine(errors.Result));
        }
        catch (Win32Exception)
        {
            return Refusals.PdfToolMissing;
        }
    }

    private static ProcessStartInfo Call(string path) => new(Program, ["-enc", "UTF-8", path, "-"])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        UseShellExecute = false,
    };

    private static Outcome<SourceText> Drawn(string text)
    {
        if (text.Length > SourceLimits.TextBytes)
        {
            return Refusals.TooLarge("PDF 的文字", SourceLimits.TextBytes);
        }
        return string.IsNullOrWhiteSpace(text)
            ? Refusals.NoText
            : new SourceText(WrappedLines.Join(TracedText.Unchanged(text)), SourceFormat.Pdf);
    }

    private static string FirstLine(string errors) => errors.Split('\n', 2)[0].Trim() is { Length: > 0 } line ? line : "pdftotext";
}
