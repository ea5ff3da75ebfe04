using System.Globalization;
using System.Text;
using CityLoom.Reading;

namespace CityLoom.Tests.Reading.Sources;

public sealed class PdfTests
{
    [Fact]
    public void A_PDF_is_read_or_the_missing_program_is_named()
    {
        var outcome = DirectiveReader.Read(Pdf("Each district shall finish its checks by 30 June."));
        if (outcome.Refusal is { Code: "pdftotext-missing" } refusal)
        {
            Assert.Contains("poppler-utils", refusal.Words.En, StringComparison.Ordinal);
            Assert.Skip("pdftotext is not installed here, so only its absence could be tested.");
        }
        Assert.Equal("Each district shall finish its checks by 30 June.", outcome.Value?.CleanText.Text);
    }

    [Fact]
    public void A_broken_PDF_is_refused()
    {
        var code = Read.Refusal([.. "%PDF-1.4\n"u8, .. Samples.Utf8("没有内容")]);
        Assert.Contains(code, (string[])["broken-pdf", "pdftotext-missing", "no-text"]);
    }

    private static byte[] Pdf(string line)
    {
        var content = $"BT /F1 12 Tf 72 700 Td ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = file.Length;
        return Encoding.ASCII.GetBytes($"{file}{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    }
}
