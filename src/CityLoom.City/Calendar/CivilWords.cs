using System.Globalization;

namespace CityLoom.City.Calendar;

/// <summary>Civil dates and times as the product writes them in both languages.</summary>
internal static class CivilWords
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    public static Bilingual Day(DateOnly date) => new(
        string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日 ({Weekdays[(int)date.DayOfWeek]})"),
        date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>A moment in wall time; midnight is said as 24:00 of the day that ends where an end is meant.</summary>
    public static Bilingual Moment(long wall, bool asEnd = false)
    {
        var midnight = asEnd && wall % TimeSpan.TicksPerDay == 0;
        var day = Day(WallTime.Date(midnight ? wall - 1 : wall));
        var time = midnight ? "24:00" : WallTime.Time(wall).ToString("HH:mm", CultureInfo.InvariantCulture);
        return new($"{day.Zh} {time}", $"{day.En} {time}");
    }

    /// <summary>One day or a run of days, the second end short.</summary>
    public static Bilingual Run(DateOnly first, DateOnly last)
    {
        var (from, to) = (Day(first), Day(last));
        return first == last ? from : new($"{from.Zh}至{to.Zh}", $"{from.En} to {to.En}");
    }
}
