using System.Globalization;
using System.Text;

namespace CityLoom.City.Export;

/// <summary>Writes a sheet as CSV (RFC 4180) in UTF-8 with a mark at the start, by which Excel knows that it is.</summary>
public static class CsvFile
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>The header line and all rows; title and note are left out, so that programs may read it.</summary>
    public static void Write(Stream to, Sheet sheet)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        Line(text, sheet.Columns.Select(c => c.Heading));
        foreach (var row in sheet.Rows)
        {
            Line(text, row.Select(Written));
        }
    }

    private static void Line(StreamWriter text, IEnumerable<string> fields)
    {
        text.Write(string.Join(',', fields.Select(CsvField.Plain)));
        text.Write("\r\n");
    }

    private static string Written(object? value) => value switch
    {
        null => "",
        string text => FormulaGuard.Guarded(text),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
