namespace CityLoom.City.Matters;

/// <summary>How far a matter was by the end of a month; the latest revision of that month's report.</summary>
public sealed record ProgressReport
{
    /// <summary>The matter.</summary>
    public long MatterId { get; init; }

    /// <summary>The month, <c>2026-03</c>.</summary>
    public string Period { get; init; } = "";

    /// <summary>1 for the first report of the month; more for one that was corrected.</summary>
    public int Revision { get; init; }

    /// <summary>Per cent done.</summary>
    public int Progress { get; init; }

    /// <summary>What was done.</summary>
    public string Words { get; init; } = "";

    /// <summary>When it was reported, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>By which account.</summary>
    public long? Account { get; init; }
}

/// <summary>A quarter as its months tell it: nobody is asked for it again.</summary>
/// <param name="Period">Such as <c>2026-Q1</c>.</param>
/// <param name="Progress">Per cent done by its latest month.</param>
/// <param name="Months">The months of it that have a report, in order.</param>
public sealed record QuarterProgress(string Period, int Progress, IReadOnlyList<string> Months)
{
    /// <summary>The quarters of a matter's monthly reports, newest first.</summary>
    public static IReadOnlyList<QuarterProgress> Of(IEnumerable<ProgressReport> months) =>
        [.. months.OrderBy(m => m.Period, StringComparer.Ordinal)
            .GroupBy(m => QuarterOf(m.Period))
            .Select(q => new QuarterProgress(q.Key, q.Last().Progress, [.. q.Select(m => m.Period)]))
            .OrderByDescending(q => q.Period, StringComparer.Ordinal)];

    /// <summary>The quarter of a month: <c>2026-Q1</c> of <c>2026-03</c>.</summary>
    public static string QuarterOf(string month) =>
        $"{month[..4]}-Q{(int.Parse(month.AsSpan(5, 2), System.Globalization.CultureInfo.InvariantCulture) + 2) / 3}";
}
