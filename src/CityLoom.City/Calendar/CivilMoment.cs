using System.Globalization;

namespace CityLoom.City.Calendar;

/// <summary>Reads a local moment as files write it: <c>2024-02-09 17:00</c>, with <c>T</c>, with seconds, or a day alone for its midnight.</summary>
internal static class CivilMoment
{
    public static bool TryParse(ReadOnlySpan<char> text, out long wall)
    {
        wall = 0;
        text = text.Trim();
        if (text.Length < 10 || !DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date.Year is < 1900 or > 2199)
            return false;
        wall = date.DayNumber * TimeSpan.TicksPerDay;
        if (text.Length == 10)
            return true;
        if (text[10] is not (' ' or 'T') || !TryTime(text[11..], out var time))
            return false;
        wall += time;
        return true;
    }

    public static bool TryParse(ReadOnlySpan<char> text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        var sound = TryParse(text, out var wall);
        instant = sound ? WallTime.ToInstant(wall, zone) : default;
        return sound;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = TimeSpan.TicksPerDay;
        if (text is "24:00" or "24:00:00")
            return true;
        var format = text.Length == 5 ? "HH:mm" : "HH:mm:ss";
        var sound = TimeOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        ticks = time.Ticks;
        return sound;
    }
}
