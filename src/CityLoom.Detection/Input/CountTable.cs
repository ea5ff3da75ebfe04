using System.Globalization;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Input;

/// <summary>
/// Reads counts from CSV with the columns date and count, perhaps series, population and others (a known mean, say), series by series. A long table holds many
/// series one after the other; only one is in memory at a time. Rows that cannot be used are reported and left out; periods
/// without a row become missing counts and are reported too.
/// </summary>
/// <param name="name">Name of the series where the table has no column for it.</param>
/// <param name="periodsPerYear">365, 52 or 12; null to tell from the dates.</param>
/// <param name="report">Takes the number of a line and what is wrong with it.</param>
public sealed class CountTable(string name, int? periodsPerYear, Action<long, string> report)
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly List<CountRow> _rows = [];
    private string[] _others = [];

    /// <summary>The series of the table, in its order.</summary>
    public IEnumerable<CountSeries> Read(TextReader text)
    {
        if (text.ReadLine() is not { } heading || CountColumns.Of(heading, report) is not { } columns)
        {
            yield break;
        }
        _others = [.. columns.Others];
        var (number, current) = (1L, (string?)null);
        while (text.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || columns.Row(line, number, report) is not { } row)
            {
                continue;
            }
            var series = row.Series ?? name;
            if (series != current)
            {
                if (current is not null && Close(current) is { } finished)
                {
                    yield return finished;
                }
                current = _done.Contains(series) ? null : series;
            }
            if (_done.Contains(series))
            {
                report(number, $"series {series} goes on after another began; keep its rows together");
                continue;
            }
            _rows.Add(row);
        }
        if (current is not null && Close(current) is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Ends a series: orders its rows, drops doubles, fills gaps.</summary>
    private CountSeries? Close(string series)
    {
        _done.Add(series);
        CountRow[] rows = [.. Distinct(_rows.OrderBy(row => row.Date))];
        _rows.Clear();
        if (rows.Length < 2)
        {
            report(rows.Length == 0 ? 0 : rows[0].Line, $"series {series} has fewer than two usable rows");
            return null;
        }
        var calendar = PeriodCalendar.Of(rows, periodsPerYear);
        var filled = calendar.Fill(rows, (line, words) => report(line, $"series {series}: {words}"));
        var populated = filled.All(row => row.Population > 0);
        return new CountSeries(series, [.. filled.Select(row => row.Count)], calendar.PeriodsPerYear)
        {
            Columns = _others.Index().DistinctBy(column => column.Item).ToDictionary(column => column.Item, column => filled.Select(row => row.Others[column.Index]).ToArray()),
            Dates = filled.Select(row => row.Date).ToArray(),
            Population = populated ? filled.Select(row => row.Population).ToArray() : default,
        };
    }

    private IEnumerable<CountRow> Distinct(IEnumerable<CountRow> ordered)
    {
        DateOnly? before = null;
        foreach (var row in ordered)
        {
            if (row.Date == before)
            {
                report(row.Line, $"{row.Date:yyyy-MM-dd} was there before; the first is kept");
                continue;
            }
            before = row.Date;
            yield return row;
        }
    }
}
