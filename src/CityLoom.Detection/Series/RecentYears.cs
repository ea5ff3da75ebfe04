namespace CityLoom.Detection.Series;

/// <summary>
/// Reference values of the simple rules: w periods just before when the current year counts, and the periods from w before to w
/// after the same time of b earlier years.
/// </summary>
/// <param name="Years">b, earlier years.</param>
/// <param name="HalfWindow">w, periods.</param>
/// <param name="CurrentYear">True to use the periods just before.</param>
public sealed record RecentYears(int Years, int HalfWindow, bool CurrentYear)
{
    internal int Size => (CurrentYear ? HalfWindow : 0) + Years * (2 * HalfWindow + 1);

    internal int Earliest(CountSeries series) => Math.Max(CurrentYear ? HalfWindow : 0, Years == 0 ? 0 : Years * series.PeriodsPerYear + HalfWindow);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Years);
        ArgumentOutOfRangeException.ThrowIfNegative(HalfWindow);
        ArgumentOutOfRangeException.ThrowIfLessThan(Size, 2);
    }

    /// <summary>Copies the known reference values of t; returns how many there are.</summary>
    internal int Collect(CountSeries series, int t, Span<double> into)
    {
        var n = 0;
        if (CurrentYear)
        {
            n += Known(series.Counts.Slice(t - HalfWindow, HalfWindow), into);
        }
        for (var year = 1; year <= Years; year++)
        {
            n += Known(series.Counts.Slice(t - year * series.PeriodsPerYear - HalfWindow, 2 * HalfWindow + 1), into[n..]);
        }
        return n;
    }

    private static int Known(ReadOnlySpan<double> values, Span<double> into)
    {
        var n = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                into[n++] = value;
            }
        }
        return n;
    }
}
