namespace CityLoom.Requests;

/// <summary>Writes fields of CSV (RFC 4180).</summary>
internal static class Csv
{
    /// <summary>
    /// A field, in quotes where it needs them. A leading sign that a spreadsheet would run as a formula is put behind an apostrophe,
    /// for residents can write anything; numbers stay as they are.
    /// </summary>
    public static string Field(string? value)
    {
        var text = value ?? "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' && !double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            text = "'" + text;
        }

        return Plain(text);
    }

    /// <summary>A field of a file that only our own import reads, as it is.</summary>
    public static string Plain(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
