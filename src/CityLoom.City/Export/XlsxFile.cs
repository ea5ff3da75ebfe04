using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityLoom.City.Export;

/// <summary>
/// Writes a sheet as XLSX the way a desk prints it: a title, a note, a header row that stays in sight and is repeated on every page,
/// landscape A4 fitted to the width. Rows are streamed.
/// </summary>
public static class XlsxFile
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int HeaderRow = 3;
    private const string SheetName = "Ledger";
    private const int LongestCell = 32_000;

    /// <summary>Writes the whole workbook; the stream must be able to seek.</summary>
    public static void Write(Stream to, Sheet sheet)
    {
        using var document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = XlsxStyles.Make();
        var part = workbook.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            WriteSheet(writer, sheet);
        }

        workbook.Workbook = new Workbook(
            new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = SheetName, SheetId = 1, Id = workbook.GetIdOfPart(part) }),
            new DefinedNames(
                Named("_xlnm._FilterDatabase", $"{SheetName}!$A${HeaderRow}:${Letters(sheet.Columns.Count - 1)}${HeaderRow + sheet.Rows.Count}", hidden: true),
                Named("_xlnm.Print_Titles", $"{SheetName}!${HeaderRow}:${HeaderRow}")));
    }

    private static DefinedName Named(string name, string range, bool? hidden = null) => new(range) { Name = name, LocalSheetId = 0, Hidden = hidden };

    private static void WriteSheet(OpenXmlWriter writer, Sheet sheet)
    {
        var last = Letters(sheet.Columns.Count - 1);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = HeaderRow, TopLeftCell = $"A{HeaderRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0, ShowGridLines = false }));
        writer.WriteElement(new Columns(sheet.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        WriteHead(writer, sheet);
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            writer.WriteStartElement(new Row { RowIndex = (uint)(HeaderRow + 1 + i) });
            WriteCells(writer, sheet, sheet.Rows[i]);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A{HeaderRow}:{last}{HeaderRow + sheet.Rows.Count}" });
        if (sheet.Columns.Count > 1)
        {
            writer.WriteElement(new MergeCells(new MergeCell { Reference = $"A1:{last}1" }, new MergeCell { Reference = $"A2:{last}2" }));
        }

        WritePage(writer, sheet);
        writer.WriteEndElement();
    }

    private static void WriteHead(OpenXmlWriter writer, Sheet sheet)
    {
        writer.WriteElement(new Row(Text(sheet.Title, XlsxStyles.Title)) { RowIndex = 1, Height = 30, CustomHeight = true });
        writer.WriteElement(new Row(Text(sheet.Note, XlsxStyles.Note)) { RowIndex = 2, Height = 30, CustomHeight = true });
        writer.WriteElement(new Row(sheet.Columns.Select(c => Text(c.Heading, XlsxStyles.Header))) { RowIndex = HeaderRow, Height = 24, CustomHeight = true });
    }

    private static void WriteCells(OpenXmlWriter writer, Sheet sheet, IReadOnlyList<object?> row)
    {
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            writer.WriteElement(CellOf(row[i], XlsxStyles.Of(sheet.Columns[i].Format)));
        }
    }

    private static void WritePage(OpenXmlWriter writer, Sheet sheet)
    {
        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C" + sheet.Foot)));
    }

    private static Cell CellOf(object? value, uint style) => value switch
    {
        null => new Cell { StyleIndex = style },
        string text => Text(text, FormulaGuard.Tempts(text) ? XlsxStyles.QuotedText : style),
        DateOnly day => Number(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, style),
        _ => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture), style),
    };

    private static Cell Number(double number, uint style) =>
        new(new CellValue(number.ToString("R", CultureInfo.InvariantCulture))) { StyleIndex = style };

    /// <summary>Text stands in the cell itself and is never a formula; characters that XML does not know are left out.</summary>
    private static Cell Text(string text, uint style)
    {
        var known = string.Concat(text.EnumerateRunes().Where(r => r.Value is 0x9 or 0xA or >= 0x20 and not (0xFFFE or 0xFFFF)));
        return new Cell(new InlineString(new Text(known.Length > LongestCell ? known[..LongestCell] + "…" : known) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString, StyleIndex = style,
        };
    }

    /// <summary>The letters of a column, counted from 0: A … Z, AA ….</summary>
    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);
}
