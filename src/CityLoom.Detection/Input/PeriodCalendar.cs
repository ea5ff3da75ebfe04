namespace CityLoom.Detection.Input;

/// <summary>The even periods of a series, and what lies between its rows.</summary>
internal sealed class PeriodCalendar
{
    private const int LongestGap = 20_000;

    private PeriodCalendar(int periodsPerYear) => PeriodsPerYear = periodsPerYear;

    public int PeriodsPerYear { get; }

    /// <summary>Days, weeks or months, told by the usual distance of the dates when it is not given.</summary>
    public static PeriodCalendar Of(CountRow[] rows, int? given)
    {
        if (given is { } periods)
        {
            return new(periods);
        }
        int[] steps = [.. rows.Skip(1).Select((row, i) => row.Date.DayNumber - rows[i].Date.DayNumber).Order()];
        return new(steps[steps.Length / 2] switch { < 4 => 365, < 20 => 52, _ => 12 });
    }

    /// <summary>One row a period; periods without a row are missing, rows off the calendar are left out, both reported.</summary>
    public List<CountRow> Fill(CountRow[] rows, Action<long, string> report)
    {
        var filled = new List<CountRow> { rows[0] };
        var missing = 0;
        foreach (var row in rows.AsSpan(1))
        {
            var gap = new List<CountRow>();
            var next = After(rows[0].Date, filled.Count);
            while (next < row.Date && gap.Count < LongestGap)
            {
                gap.Add(new(row.Line, row.Series, next, double.NaN, filled[^1].Population, filled[^1].Others));
                next = After(rows[0].Date, filled.Count + gap.Count);
            }
            if (next != row.Date)
            {
                report(row.Line, $"{row.Date:yyyy-MM-dd} is not the first day of a period that follows from {rows[0].Date:yyyy-MM-dd}; left out");
                continue;
            }
            missing += gap.Count;
            filled.AddRange(gap);
            filled.Add(row);
        }
        if (missing > 0)
        {
            report(rows[0].Line, $"{missing} periods have no row and count as missing, not as zero");
        }
        return filled;
    }

    private DateOnly After(DateOnly first, int periods) => PeriodsPerYear switch
    {
        12 => first.AddMonths(periods),
        52 => first.AddDays(7 * periods),
        _ => first.AddDays(periods),
    };
}
