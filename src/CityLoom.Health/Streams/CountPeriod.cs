using System.Globalization;

namespace CityLoom.Health.Streams;

/// <summary>A day or a week as a running number, so that a series is an array: days since 1 January of year 1, which was a Monday, or weeks since then.</summary>
public static class CountPeriod
{
    private const int EarliestYear = 1990;
    private const int LatestYear = 2199;

    /// <summary>The number of the period in which a day lies.</summary>
    public static int Of(DateOnly day, CountRhythm rhythm) => day.DayNumber / (int)rhythm;

    /// <summary>The first day of a period.</summary>
    public static DateOnly First(int period, CountRhythm rhythm) => DateOnly.FromDayNumber(period * (int)rhythm);

    /// <summary>The last day of a period, included.</summary>
    public static DateOnly Last(int period, CountRhythm rhythm) => First(period, rhythm).AddDays((int)rhythm - 1);

    /// <summary>The newest period that is over at the end of a day.</summary>
    public static int NewestOver(DateOnly day, CountRhythm rhythm) => (day.DayNumber + 1) / (int)rhythm - 1;

    /// <summary>How many periods a year has, as the detectors count: 365 or 52.</summary>
    public static int PerYear(CountRhythm rhythm) => rhythm == CountRhythm.Day ? 365 : 52;

    /// <summary>Writes a period: <c>2026-03-02</c>, <c>2026-W10</c>.</summary>
    public static string Text(int period, CountRhythm rhythm)
    {
        var day = First(period, rhythm);
        return rhythm == CountRhythm.Day
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(day.ToDateTime(default)):00}");
    }

    /// <summary>Reads <c>2026-03-02</c> for a stream by day; <c>2026-W10</c> or any day of that week for one by week.</summary>
    public static bool TryParse(string text, CountRhythm rhythm, out int period)
    {
        period = 0;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            period = Of(day, rhythm);
            return day.Year is >= EarliestYear and <= LatestYear;
        }

        if (rhythm == CountRhythm.Week && text is [_, _, _, _, '-', 'W', _, _]
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= EarliestYear and <= LatestYear
            && int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week >= 1 && week <= ISOWeek.GetWeeksInYear(year))
        {
            period = Of(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), rhythm);
            return true;
        }

        return false;
    }
}
