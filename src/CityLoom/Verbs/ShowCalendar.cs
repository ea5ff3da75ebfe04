using System.Globalization;

namespace CityLoom.Verbs;

/// <summary>Prints a month or the years of a working calendar.</summary>
internal static class ShowCalendar
{
    public static int Run(Terminal terminal, FileInfo exceptions, string? month)
    {
        var first = default(DateOnly);
        if (month is not null && !DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
        {
            terminal.Error($"--month: '{month}' is not a month; write it like 2026-02");
            return ExitCodes.WrongUsage;
        }
        return CalendarInput.Guarded(terminal, () =>
        {
            if (CalendarInput.Read(terminal, exceptions) is not { } calendar)
                return ExitCodes.SomeRefused;
            terminal.Line(month is null ? CalendarSheet.Years(calendar) : CalendarSheet.Month(calendar, first));
            return ExitCodes.Done;
        });
    }
}
