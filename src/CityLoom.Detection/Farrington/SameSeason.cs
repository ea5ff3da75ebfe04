using CityLoom.Detection.Series;

namespace CityLoom.Detection.Farrington;

/// <summary>Chooses the baseline of a period: the same weeks (or months) of earlier years and those beside them.</summary>
internal sealed class SameSeason(FarringtonOptions options)
{
    private readonly Baseline _baseline = new();

    /// <summary>The baseline of period t, valid until the next call; references before the series begins are left out.</summary>
    public Baseline Choose(CountSeries series, int t)
    {
        var window = options.HalfWindow;
        var middle = t - series.PeriodsPerYear * options.Years / 2;
        _baseline.Reserve(options.Years * (2 * window + 1), 1);
        (_baseline.Length, _baseline.Levels, _baseline.Largest) = (0, 1, 0);
        for (var years = options.Years; years > 0; years--)
        {
            for (var away = -window; away <= window; away++)
            {
                Add(series, series.IsDated ? Dated(series, t, years, away) : t - series.PeriodsPerYear * years + away, middle);
            }
        }
        (_baseline.LevelStart[0], _baseline.LevelStart[1]) = (0, _baseline.Length);
        (_baseline.TargetLevel, _baseline.TargetTime, _baseline.TargetOffset) = (0, t - middle, 0);
        return _baseline;
    }

    private void Add(CountSeries series, int at, int middle)
    {
        if (at < 0 || double.IsNaN(series.Counts[at]))
        {
            return;
        }
        var place = _baseline.Length++;
        (_baseline.Count[place], _baseline.Time[place], _baseline.Offset[place]) = (series.Counts[at], at - middle, 0);
        _baseline.Largest = Math.Max(_baseline.Largest, series.Counts[at]);
    }

    /// <summary>Calendar years back, then periods to the side; weeks snap to t's weekday, forward only when that is strictly nearer.</summary>
    private static int Dated(CountSeries series, int t, int years, int away)
    {
        var day = series.Dates[t];
        var then = day.AddYears(-years);
        if (series.PeriodsPerYear == 12)
        {
            return series.IndexOf(then.AddMonths(away));
        }
        var shifted = series.PeriodsPerYear == 52 ? then.AddDays(7 * away) : then.AddDays(away);
        if (series.PeriodsPerYear == 52)
        {
            var back = ((int)shifted.DayOfWeek - (int)day.DayOfWeek + 7) % 7;
            shifted = shifted.AddDays(7 - back < back ? 7 - back : -back);
        }
        return series.IndexOf(shifted);
    }
}
