namespace CityLoom.Detection.Series;

/// <summary>
/// Counts of one place and condition at even periods (days, weeks or months), oldest first; a missing count is NaN, a zero is a zero.
/// Immutable, so that threads may share it.
/// </summary>
public sealed class CountSeries
{
    private readonly double[] _counts;
    private readonly DateOnly[]? _dates;
    private readonly double[]? _population;

    /// <summary>A series of counts.</summary>
    /// <param name="name">What the series is called in messages.</param>
    /// <param name="counts">One count a period; NaN where it is missing.</param>
    /// <param name="periodsPerYear">365 for days, 52 for weeks, 12 for months.</param>
    public CountSeries(string name, double[] counts, int periodsPerYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periodsPerYear, 1);
        (Name, _counts, PeriodsPerYear) = (name, counts, periodsPerYear);
    }

    /// <summary>What the series is called in messages.</summary>
    public string Name { get; }

    /// <summary>365 for days, 52 for weeks, 12 for months.</summary>
    public int PeriodsPerYear { get; }

    /// <summary>Position of the first count in its year, 1 for the first period; only seasonal means by sine and cosine need it.</summary>
    public int StartPeriod { get; init; } = 1;

    /// <summary>The counts, NaN where missing.</summary>
    public ReadOnlySpan<double> Counts => _counts;

    /// <summary>Number of periods.</summary>
    public int Length => _counts.Length;

    /// <summary>First day of each period, ascending; empty for a series that only counts its periods.</summary>
    public ReadOnlySpan<DateOnly> Dates
    {
        get => _dates;
        init => _dates = Fitting(value);
    }

    /// <summary>Population or denominator of each period; empty when there is none.</summary>
    public ReadOnlySpan<double> Population
    {
        get => _population;
        init => _population = Fitting(value);
    }

    /// <summary>Further columns beside the counts by name, such as a mean in control that is known; one value a period.</summary>
    public IReadOnlyDictionary<string, double[]> Columns { get; init; } = new Dictionary<string, double[]>();

    /// <summary>True when each period has its date.</summary>
    public bool IsDated => _dates is not null;

    /// <summary>Index of the period that begins on a day; negative when there is none.</summary>
    public int IndexOf(DateOnly day) => Array.BinarySearch(_dates ?? [], day);

    private T[]? Fitting<T>(ReadOnlySpan<T> values)
    {
        if (values.Length != 0 && values.Length != Length)
        {
            throw new ArgumentException($"{Name}: {Length} counts but {values.Length} values beside them");
        }
        return values.Length == 0 ? null : values.ToArray();
    }
}
