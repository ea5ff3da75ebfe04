using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityLoom.City.Export;

/// <summary>Reads the first sheet of a workbook as text; formulas by the value that was saved with them.</summary>
public static class XlsxRows
{
    /// <summary>Among so many first rows the names of the columns are looked for.</summary>
    public const int HeadWithin = 10;

    private const int MostColumns = 60;
    private const long MostCharacters = 30_000_000;

    /// <summary>The table of the first sheet as CSV, from the row on that names all of some columns; rows without a word are left out.</summary>
    /// <param name="workbook">The file.</param>
    /// <param name="most">Rows of the table after this are not read.</param>
    /// <param name="columns">The columns, in letters of any case.</param>
    /// <returns>Whether it is a workbook that can be read, and the table; null when none of its first <see cref="HeadWithin"/> rows names the columns.</returns>
    public static (bool IsWorkbook, string? Table) ToCsv(Stream workbook, int most, params string[] columns)
    {
        if (Read(workbook, most + HeadWithin) is not { } rows)
        {
            return (false, null);
        }

        var head = rows.FindIndex(0, Math.Min(HeadWithin, rows.Count), r => columns.All(c => r.Contains(c, StringComparer.OrdinalIgnoreCase)));
        if (head < 0)
        {
            return (true, null);
        }

        var width = rows[head].Length;
        var csv = new StringBuilder();
        foreach (var row in rows.Skip(head).Where(r => r.Any(c => c.Length > 0)))
        {
            csv.AppendJoin(',', Enumerable.Range(0, width).Select(i => CsvField.Plain(i < row.Length ? row[i] : ""))).Append('\n');
        }

        return (true, csv.ToString());
    }

    /// <summary>The rows; null for what is no workbook that can be read, or is too large.</summary>
    private static List<string[]>? Read(Stream workbook, int most)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(workbook, false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            var part = document.WorkbookPart;
            if (part?.Workbook.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault()?.Id?.Value is not { } id || part.GetPartById(id) is not WorksheetPart sheet)
            {
                return null;
            }

            string[] shared = [.. part.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText) ?? []];
            return [.. sheet.Worksheet.Descendants<Row>().Take(most).Select(r => Cells(r, shared))];
        }
        catch (Exception malformed) when (malformed is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or IOException
            or ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
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
