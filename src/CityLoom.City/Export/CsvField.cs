using System.Globalization;

namespace CityLoom.City.Export;

/// <summary>Writes fields of CSV (RFC 4180), in quotes where they need them.</summary>
public static class CsvField
{
    /// <summary>A field as it is.</summary>
    public static string Plain(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A field that anybody may have typed: what a spreadsheet would run as a formula is put behind an apostrophe; numbers stay as they are.</summary>
    public static string Typed(string? text) => text is null ? "" : Plain(double.TryParse(text, CultureInfo.InvariantCulture, out _) ? text : FormulaGuard.Guarded(text));
}
