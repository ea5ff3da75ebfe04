using CityLoom.City.Export;
using CityLoom.Kernel;
using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Catalogue;

/// <summary>A file of the catalogue as a spreadsheet: the same columns as the CSV, so that what is exported is taken back.</summary>
public static class CatalogueSheet
{
    private const int MostRows = 20_000;

    private static readonly Refusal Unreadable = new(
        "catalogue.xlsx", "文件不是可以读取的 XLSX 工作簿，或过大。请另存为 XLSX，或改用 CSV。", "The file is no XLSX workbook that can be read, or too large. Save it as XLSX again, or use CSV.", 400);

    private static readonly Refusal NoHead = new(
        "catalogue.xlsx-head", $"前 {XlsxRows.HeadWithin} 行中没有列名；首列须为 category。", $"The first {XlsxRows.HeadWithin} rows have no column names; one of them must be category.", 400);

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
    public static Outcome<string> ToCsv(Stream workbook) => XlsxRows.ToCsv(workbook, MostRows, "category") switch
    {
        (_, { } table) => table,
        (true, _) => NoHead,
        _ => Unreadable,
    };
}
