using CityLoom.City.Calendar;

namespace CityLoom.City.Administration;

/// <summary>The working calendar as the API shows it.</summary>
/// <param name="ValidFrom">The first day that notices cover.</param>
/// <param name="ValidUntil">The last day.</param>
/// <param name="Years">What each year's notice says.</param>
/// <param name="Days">The days that differ from Monday to Friday, or that a notice names.</param>
public sealed record CalendarView(DateOnly? ValidFrom, DateOnly? ValidUntil, IReadOnlyList<CalendarYear> Years, IReadOnlyList<CalendarException> Days)
{
    /// <summary>The view of a calendar.</summary>
    public static CalendarView Of(WorkingCalendar calendar) => new(
        calendar.ValidFrom, calendar.ValidUntil,
        [.. calendar.Exceptions.GroupBy(e => e.Date.Year).Select(y => new CalendarYear(
            y.Key, calendar.CountWorkingDays(new(y.Key, 1, 1), new(y.Key + 1, 1, 1)), y.Count(e => !e.Working && !IsWeekend(e.Date)), y.Count(e => e.Working && IsWeekend(e.Date))))],
        [.. calendar.Exceptions]);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

/// <summary>A year of the calendar.</summary>
/// <param name="Year">The year.</param>
/// <param name="WorkingDays">Its working days.</param>
/// <param name="Holidays">Weekdays on which people rest.</param>
/// <param name="MakeUpDays">Days of weekends on which people work.</param>
public sealed record CalendarYear(int Year, int WorkingDays, int Holidays, int MakeUpDays);
