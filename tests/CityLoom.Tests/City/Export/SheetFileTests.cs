using System.Text;
using CityLoom.City.Export;
using CityLoom.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Sheet = CityLoom.City.Export.Sheet;

namespace CityLoom.Tests.City.Export;

/// <summary>Sheets as files: what a desk prints, and what a spreadsheet program must not run.</summary>
public sealed class SheetFileTests
{
    private static readonly string[] Formulas = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "＝1+1"];

    private static readonly Sheet Sheet = new()
    {
        Title = "事项台账", Note = "截至今天", Foot = "第 &P 页",
        Columns = [new("编号", 10), new("说明", 30), new("件数", 8, SheetFormat.Count), new("比例", 8, SheetFormat.Share), new("到期", 12, SheetFormat.Date)],
        Rows =
        [
            ["JC-1", "带,逗号和\"引号\"\n两行", 3, 0.915, new DateOnly(2026, 3, 2)],
            .. Formulas.Select(f => (IReadOnlyList<object?>)["x", f, null, null, null]),
        ],
    };

    [Fact]
    public void Csv_begins_with_the_mark_of_utf8_and_keeps_to_rfc_4180()
    {
        var bytes = Written("csv");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith("编号,说明,件数,比例,到期\r\nJC-1,\"带,逗号和\"\"引号\"\"\n两行\",3,0.915,2026-03-02\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_in_csv_begins_as_a_formula_does()
    {
        var fields = Encoding.UTF8.GetString(Written("csv")).Split("\r\n").Skip(2).Where(l => l.Length > 0).Select(l => l.Split(',')[1].Trim('"')).ToList();

        Assert.Equal(Formulas.Length, fields.Count);
        Assert.All(fields, f => Assert.StartsWith("'", f, StringComparison.Ordinal));
    }

    [Fact]
    public void The_workbook_is_valid_and_its_text_is_never_a_formula()
    {
        using var document = Open(Written("xlsx"));
        var faults = new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}");

        Expect.None(faults);
        Assert.DoesNotContain(Cells(document), c => c.CellFormula is not null);
        var texts = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Where(r => r.RowIndex! > 4u).Select(r => r.Elements<Cell>().ElementAt(1));
        Assert.Equal(Formulas, texts.Select(c => c.InnerText));
        Assert.All(texts, c => Assert.Equal(CellValues.InlineString, c.DataType!.Value));
    }

    [Fact]
    public void The_header_row_stays_in_sight_and_is_printed_on_every_page()
    {
        using var document = Open(Written("xlsx"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;

        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((PaneStateValues.Frozen, "A4"), (pane.State!.Value, pane.TopLeftCell!.Value));
        Assert.Contains(document.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>(), n => n.Name == "_xlnm.Print_Titles" && n.Text == "Ledger!$3:$3");
        Assert.Equal(OrientationValues.Landscape, sheet.Descendants<PageSetup>().Single().Orientation!.Value);
        Assert.Equal(["编号", "说明", "件数", "比例", "到期"], sheet.Descendants<Row>().Single(r => r.RowIndex! == 3u).Elements<Cell>().Select(c => c.InnerText));
        Assert.Equal([10, 30, 8, 8, 12], sheet.Descendants<Column>().Select(c => c.Width!.Value));
    }

    [Fact]
    public void A_date_is_a_number_of_days_so_that_it_sorts_and_filters()
    {
        using var document = Open(Written("xlsx"));

        var row = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Single(r => r.RowIndex! == 4u).Elements<Cell>().ToList();

        Assert.Equal("46083", row[4].CellValue!.Text);
        Assert.Equal("0.915", row[3].CellValue!.Text);
    }

    [Fact]
    public void Characters_that_xml_does_not_know_do_not_break_the_workbook()
    {
        using var file = new MemoryStream();
        XlsxFile.Write(file, Sheet with { Rows = [["\u0001\u0008坏字符\ud800", "a", 1, 1.0, null]] });

        using var document = Open(file.ToArray());

        Assert.Contains(Cells(document), c => c.InnerText.StartsWith("坏字符", StringComparison.Ordinal));
    }

    private static byte[] Written(string format)
    {
        using var file = new MemoryStream();
        SheetFile.Write(file, Sheet, format);
        return file.ToArray();
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), false);

    private static List<Cell> Cells(SpreadsheetDocument document) => [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>()];
}
