using System.Globalization;

namespace CityLoom.Verbs.Detect;

/// <summary>
/// A small comma-separated file with a header, columns read by name and rows one at a time. A bad row is told with its line and left to the
/// caller's count of problems; a file without a needed column is refused whole.
/// </summary>
internal sealed class InputTable
{
    private readonly string _name;
    private readonly string[] _header;
    private readonly string[] _lines;
    private readonly Action<string> _bad;

    private InputTable(string name, string[] lines, Action<string> bad) =>
        (_name, _lines, _bad, _header) = (name, lines, bad, lines.Length > 0 ? lines[0].TrimStart('\uFEFF').Split(',') : []);

    /// <summary>Opens a file of a folder.</summary>
    /// <exception cref="TableProblem">There is no such file, or it can't be read.</exception>
    public static InputTable Open(string folder, string file, Action<string> bad)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? new(file, File.ReadAllLines(path), bad) : throw new TableProblem($"{path}: there is no such file");
    }

    /// <summary>Reads every row that can be understood.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="columns">The columns a row needs.</param>
    /// <param name="read">Makes a row of the fields of those columns; throws FormatException with what is wrong.</param>
    public List<T> Read<T>(string[] columns, Func<string[], T> read)
    {
        var places = Array.ConvertAll(columns, Place);
        var rows = new List<T>();
        for (var line = 1; line < _lines.Length; line++)
        {
            if (_lines[line].Length == 0)
            {
                continue;
            }
            try
            {
                var fields = _lines[line].Split(',');
                rows.Add(fields.Length == _header.Length ? read(Array.ConvertAll(places, place => fields[place])) : throw new FormatException($"{fields.Length} fields, {_header.Length} expected"));
            }
            catch (Exception wrong) when (wrong is FormatException or OverflowException)
            {
                _bad($"{_name}:{line + 1}: {wrong.Message}");
            }
        }
        return rows;
    }

    /// <summary>Whether the file has a column.</summary>
    public bool Has(string column) => _header.Contains(column);

    public static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw new FormatException($"'{text}' is not a number");

    public static int Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{text}' is not a whole number");

    public static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new FormatException($"'{text}' is not a day like 2026-03-01");

    private int Place(string column)
    {
        var place = Array.IndexOf(_header, column);
        return place >= 0 ? place : throw new TableProblem($"{_name}: the column '{column}' is missing; there are {string.Join(", ", _header)}");
    }
}
