namespace CityLoom.Kernel;

/// <summary>The city's clock: instants from the injected <see cref="TimeProvider"/>, civil dates in the city's own zone.</summary>
/// <param name="time">Where instants come from; tests inject their own.</param>
/// <param name="zone">The civil time zone of the city.</param>
public sealed class CityClock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The zone of the civil dates, such as Asia/Shanghai.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The present instant in UTC, to the millisecond, as it is stored.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            return DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>Today's civil date in the city.</summary>
    public DateOnly Today => DateOf(Now);

    /// <summary>The civil date of an instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The civil date and time of an instant.</summary>
    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The instant of a civil date and time; in a gap of the zone the time after it.</summary>
    public DateTimeOffset Instant(DateTime local)
    {
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(unspecified, zone.GetUtcOffset(unspecified)).ToUniversalTime();
    }
}
