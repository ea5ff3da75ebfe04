namespace CityLoom.City.Calendar;

/// <summary>
/// Wall time mapped to the working time before it: flat at night and on days off, rising inside hours. A due time is a
/// lookup on this line, forth and back.
/// </summary>
/// <remarks>Wall time is ticks of the city's local time since 0001-01-01; so is the reading, in worked ticks.</remarks>
internal readonly struct WorkLine(WorkingCalendar calendar, OfficeHours hours)
{
    public long PerDay => hours.PerDay.Ticks;

    public long Reading(long wall)
    {
        var day = (int)(wall / TimeSpan.TicksPerDay);
        var whole = calendar.WorkedBefore(day) * hours.PerDay.Ticks;
        return calendar.IsWorking(day) ? whole + hours.WorkedBefore(wall % TimeSpan.TicksPerDay) : whole;
    }

    /// <summary>The earliest wall time at which the line reads so much: a closing time rather than the next opening.</summary>
    public long Earliest(long reading)
    {
        var (day, worked) = Math.DivRem(reading, hours.PerDay.Ticks);
        if (worked == 0)
            (day, worked) = (day - 1, hours.PerDay.Ticks);
        return calendar.DayOf((int)day) * TimeSpan.TicksPerDay + hours.Earliest(worked);
    }
}
