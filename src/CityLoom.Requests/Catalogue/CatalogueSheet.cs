using System.Text;
using CityLoom.City.Export;
using CityLoom.Kernel;
using CityLoom.Requests.Understanding;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = CityLoom.City.Export.Sheet;

namespace CityLoom.Requests.Catalogue;

/// <summary>A file of the catalogue as a spreadsheet: the same columns as the CSV, so that what is exported is taken back.</summary>
public static class CatalogueSheet
{
    private const int MostRows = 20_000;
    private const int MostColumns = 60;
    private const int HeadWithin = 10;
    private const long MostCharacters = 30_000_000;

    private static readonly Refusal Unreadable = new(
        "catalogue.xlsx", "文件不是可以读取的 XLSX 工作簿，或过大。请另存为 XLSX，或改用 CSV。", "The file is no XLSX workbook that can be read, or too large. Save it as XLSX again, or use CSV.", 400);

    private static readonly Refusal NoHead = new(
        "catalogue.xlsx-head", $"前 {HeadWithin} 行中没有列名；首列须为 category。", $"The first {HeadWithin} rows have no column names; one of them must be category.", 400);

    /// <summary>A file of the catalogue, as CSV, as a sheet to be written.</summary>
    /// <param name="title">What stands over it.</param>
    /// <param name="csv">The file.</param>
    public static Sheet Of(string title, string csv)
    {
        using var text = new StringReader(csv);
        using var file = RequestFile.Open(text, [], (_, _) => { })!;
        var rows = new List<IReadOnlyList<object?>>();
        while (file.Read())
        {
            rows.Add([.. Enumerable.Range(0, file.Columns.Count).Select(i => (object?)file[i])]);
        }

        return new Sheet
        {
            Title = title, Note = "按列名读取，列序不限；导回即成为新版本。 Columns are read by name; importing it makes a new version.",
            Columns = [.. file.Columns.Select(c => new SheetColumn(c, 18))], Rows = rows,
        };
    }

    /// <summary>The first sheet of a workbook as CSV, from the row that names the columns on; or why not.</summary>
    public static Outcome<string> ToCsv(Stream workbook)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(workbook, false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            var part = document.WorkbookPart;
            if (part?.Workbook.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault()?.Id?.Value is not { } id || part.GetPartById(id) is not WorksheetPart sheet)
            {
                return Unreadable;
            }

            string[] shared = [.. part.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText) ?? []];
            return Written([.. sheet.Worksheet.Descendants<Row>().Take(MostRows + HeadWithin).Select(r => Cells(r, shared))]);
        }
        catch (Exception malformed) when (malformed is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or IOException
            or ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return Unreadable;
        }
    }

    private static Outcome<string> Written(List<string[]> rows)
    {
        var head = rows.FindIndex(0, Math.Min(HeadWithin, rows.Count), r => r.Contains("category", StringComparer.OrdinalIgnoreCase));
        if (head < 0)
        {
            return NoHead;
        }

        var width = rows[head].Length;
        var csv = new StringBuilder();
        foreach (var row in rows.Skip(head).Where(r => r.Any(c => c.Length > 0)))
        {
            csv.AppendJoin(',', Enumerable.Range(0, width).Select(i => Csv.Plain(i < row.Length ? row[i] : ""))).Append('\n');
        }

        return csv.ToString();
    }

    private static string[] Cells(Row row, string[] shared)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var at = cell.CellReference?.Value is { } reference ? Column(reference) : cells.Count;
            if (at >= MostColumns)
            {
                break;
            }

            while (cells.Count < at)
            {
                cells.Add("");
            }

            cells.Add(Text(cell, shared).Trim());
        }

        return [.. cells];
    }

    private static string Text(Cell cell, string[] shared)
    {
        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value switch
        {
            CellValues.SharedString => int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var i) && i >= 0 && i < shared.Length ? shared[i] : "",
            CellValues.InlineString => cell.InlineString?.InnerText ?? "",
            _ => value,
        };
    }

    /// <summary>A, B … Z, AA … before the number of the row; 0 for A.</summary>
    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(3))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return Math.Max(0, column - 1);
    }
}
