using System.Globalization;

namespace CityLoom.Detection.Input;

/// <summary>Which column of a table of counts is which.</summary>
internal sealed class CountColumns
{
    private int _series;
    private int _date;
    private int _count;
    private int _population;
    private string[] _names = [];
    private int[] _others = [];

    /// <summary>The columns by their names in the heading line; null, reported, when date or count is missing.</summary>
    public static CountColumns? Of(string heading, Action<long, string> report)
    {
        string[] names = [.. heading.TrimStart('\uFEFF').Split(',').Select(name => name.Trim().ToLowerInvariant())];
        var columns = new CountColumns
        {
            _series = Array.IndexOf(names, "series"),
            _date = Array.IndexOf(names, "date"),
            _count = Array.IndexOf(names, "count"),
            _population = Array.IndexOf(names, "population"),
            _names = names,
            _others = [.. Enumerable.Range(0, names.Length).Where(i => names[i] is not ("series" or "date" or "count" or "population" or ""))],
        };
        if (columns._date >= 0 && columns._count >= 0)
        {
            return columns;
        }
        report(1, $"the heading must name the columns date and count, and may name series and population; it has {string.Join(", ", names)}");
        return null;
    }

    /// <summary>Names of the further columns, in small letters; what is not a number in them is NaN.</summary>
    public IEnumerable<string> Others => _others.Select(at => _names[at]);

    /// <summary>A row; null, reported, when it cannot be used.</summary>
    public CountRow? Row(string line, long number, Action<long, string> report)
    {
        var cells = line.Split(',');
        if (cells.Length != _names.Length)
        {
            report(number, $"has {cells.Length} cells where the heading has {_names.Length}");
            return null;
        }
        if (!DateOnly.TryParseExact(cells[_date].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            report(number, $"'{cells[_date]}' is not a date like 2024-05-31");
            return null;
        }
        if (Number(cells[_count]) is not { } count || count < 0)
        {
            report(number, $"'{cells[_count]}' is not a count; leave the cell empty where it is not known");
            return null;
        }
        var population = _population < 0 ? double.NaN : Number(cells[_population]) ?? double.NaN;
        double[] others = _others.Length == 0 ? [] : [.. _others.Select(at => Number(cells[at]) ?? double.NaN)];
        return new(number, _series < 0 ? null : cells[_series].Trim(), date, count, population, others);
    }

    private static double? Number(string cell)
    {
        cell = cell.Trim();
        if (cell.Length == 0 || cell == "NA")
        {
            return double.NaN;
        }
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }
}
