using System.Globalization;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Cases;

/// <summary>A series' file, column by column.</summary>
public sealed class SeriesTable
{
    private readonly Dictionary<string, double[]> _columns = [];
    private readonly DateOnly[] _dates;

    private SeriesTable(string name, DateOnly[] dates) => (Name, _dates) = (name, dates);

    /// <summary>What the series is called.</summary>
    public string Name { get; }

    /// <summary>365, 52 or 12.</summary>
    public int PeriodsPerYear { get; set; } = 52;

    /// <summary>Position of the first point in its year.</summary>
    public int StartPeriod { get; set; } = 1;

    /// <summary>True when methods should go by the dates.</summary>
    public bool UseDates { get; set; } = true;

    /// <summary>A column by name; null when the file has no such column.</summary>
    public double[]? Column(string name) => _columns.GetValueOrDefault(name);

    /// <summary>The series with one column as its counts, cut to its first points when a number is given.</summary>
    public CountSeries ToSeries(string column = "count", int? first = null)
    {
        var counts = Column(column) ?? throw new FormatException($"{Name}: there is no column {column}");
        var n = Math.Min(first ?? counts.Length, counts.Length);
        return new CountSeries(Name, counts[..n], PeriodsPerYear)
        {
            StartPeriod = StartPeriod,
            Dates = UseDates && _dates.Length > 0 ? _dates.AsSpan(0, n) : default,
            Columns = _columns,
            Population = Column("population") is { } population ? population.AsSpan(0, n) : default,
        };
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A row cannot be read; the message names file and line.</exception>
    public static SeriesTable Read(string file, string name)
    {
        var lines = File.ReadAllLines(file);
        if (lines.Length == 0)
        {
            throw new FormatException($"{Path.GetFileName(file)}: the file is empty");
        }
        var headings = lines[0].Split(',');
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToArray();
        var date = Array.IndexOf(headings, "date");
        var dated = date >= 0 && rows.Length > 0 && rows.All(row => row.Length > date && row[date].Length > 0);
        var table = new SeriesTable(name, dated ? [.. rows.Select((row, i) => Date(row[date], file, i))] : []);
        for (var column = 0; column < headings.Length; column++)
        {
            if (column != date)
            {
                var at = column;
                table._columns[headings[column]] = [.. rows.Select((row, i) => Value(row, at, file, i))];
            }
        }
        return table;
    }

    private static double Value(string[] row, int column, string file, int i)
    {
        if (column >= row.Length)
        {
            throw new FormatException($"{file}: line {i + 2} has only {row.Length} columns");
        }
        if (row[column].Length == 0 || row[column] == "NA")
        {
            return double.NaN;
        }
        return double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value : throw new FormatException($"{file}: line {i + 2}: '{row[column]}' is not a number");
    }

    private static DateOnly Date(string text, string file, int i) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : throw new FormatException($"{file}: line {i + 2}: '{text}' is not a date like 2024-05-31");
}
