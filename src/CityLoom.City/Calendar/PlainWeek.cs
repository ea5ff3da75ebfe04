namespace CityLoom.City.Calendar;

/// <summary>Monday to Friday without any holiday, as arithmetic: what a calendar falls back to where no notice speaks.</summary>
internal static class PlainWeek
{
    /// <summary>Day number 0, 0001-01-01, is a Monday, so that a day's place in its week is its number modulo seven.</summary>
    public static bool IsWorking(int day) => day % 7 < 5;

    /// <summary>How many weekdays lie before the day.</summary>
    public static int WorkedBefore(int day) => day / 7 * 5 + Math.Min(day % 7, 5);

    /// <summary>The weekday that has exactly this many weekdays before it.</summary>
    public static int DayOf(int ordinal) => ordinal / 5 * 7 + ordinal % 5;
}
