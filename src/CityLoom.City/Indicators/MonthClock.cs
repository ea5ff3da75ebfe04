namespace CityLoom.City.Indicators;

/// <summary>Time counted in months, a day being its part of its own month, so that half a year is six twelfths whatever their days.</summary>
internal static class MonthClock
{
    /// <summary>Months since year 0 at the end of a day.</summary>
    public static decimal EndOf(DateOnly day) =>
        day.Year * 12 + day.Month - 1 + (decimal)day.Day / DateTime.DaysInMonth(day.Year, day.Month);
}
