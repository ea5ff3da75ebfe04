namespace CityLoom.City.Export;

/// <summary>Keeps text that people typed from being run as a formula by the program that opens the file.</summary>
/// <remarks>OWASP, "CSV Injection": a cell that begins with one of these is read as a formula, whatever column it stands in.</remarks>
internal static class FormulaGuard
{
    /// <summary>True when a spreadsheet program would take the text for a formula.</summary>
    public static bool Tempts(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    /// <summary>The text as it is, or with an apostrophe before it that says it is text.</summary>
    public static string Guarded(string text) => Tempts(text) ? "'" + text : text;
}
