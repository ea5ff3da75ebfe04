namespace CityLoom.City.Calendar;

/// <summary>Instants turned into ticks of a city's local time and back.</summary>
/// <remarks>A local time that a change of clocks skips or repeats is read with the zone's standard offset.</remarks>
internal static class WallTime
{
    public static long Of(DateTimeOffset instant, TimeZoneInfo zone) => instant.UtcTicks + zone.GetUtcOffset(instant).Ticks;

    public static DateTimeOffset ToInstant(long wall, TimeZoneInfo zone)
    {
        var local = new DateTime(wall, DateTimeKind.Unspecified);
        return new DateTimeOffset(wall - zone.GetUtcOffset(local).Ticks, TimeSpan.Zero);
    }

    public static DateOnly Date(long wall) => DateOnly.FromDayNumber((int)(wall / TimeSpan.TicksPerDay));

    public static TimeOnly Time(long wall) => new(wall % TimeSpan.TicksPerDay);
}
