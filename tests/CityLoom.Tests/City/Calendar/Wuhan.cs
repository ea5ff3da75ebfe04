using CityLoom.City.Calendar;
using CityLoom.Tests.Reading;

namespace CityLoom.Tests.City.Calendar;

/// <summary>The demo city's working time, and local moments written short.</summary>
internal static class Wuhan
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static WorkingCalendar Calendar { get; } = Read();

    public static WorkingTime Time { get; } = new(Calendar, OfficeHours.Default, Zone);

    public static DateTimeOffset At(string local) => new(DateTime.Parse(local), TimeSpan.FromHours(8));

    public static Pause Pause(string from, string? to) => new(At(from), to is null ? null : At(to));

    public static TermClock Days(string accepted, int days, params Pause[] pauses) => Time.Start(At(accepted), Term.Days(days), pauses);

    public static TermClock Minutes(string accepted, int minutes, params Pause[] pauses) =>
        Time.Start(At(accepted), Term.Minutes(minutes), pauses);

    /// <summary>The due as the files write it: a day, or a day and minute; empty while suspended.</summary>
    public static string Written(TermClock clock) =>
        clock.DueDate is { } date ? date.ToString("yyyy-MM-dd") + (clock.DueTime is { } time ? time.ToString(" HH:mm") : "") : "";

    private static WorkingCalendar Read()
    {
        using var text = File.OpenText(Path.Combine(Repository.Root, "demo", "calendar", "workdays-2018-2026.csv"));
        var (exceptions, problems) = CalendarFile.Read(text);
        Assert.Empty(problems);
        return new(exceptions);
    }
}
