using CityLoom.City.Calendar;

namespace CityLoom.Verbs;

/// <summary>A working calendar brought by the command line.</summary>
internal static class CalendarInput
{
    /// <summary>The calendar of a file of exceptions, or null once each wrong line was named.</summary>
    public static WorkingCalendar? Read(Terminal terminal, FileInfo file)
    {
        using var reader = file.OpenText();
        var (exceptions, problems) = CalendarFile.Read(reader);
        foreach (var problem in problems)
            terminal.Error($"{file.Name}: {problem}");
        return problems.Count == 0 ? new(exceptions) : null;
    }

    /// <summary>Runs work on files; one that can't be read or written is named instead of thrown.</summary>
    public static int Guarded(Terminal terminal, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            terminal.Error(unusable.Message);
            return ExitCodes.SomeRefused;
        }
    }
}
