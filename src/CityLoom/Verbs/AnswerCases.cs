using CityLoom.City.Calendar;

namespace CityLoom.Verbs;

/// <summary>Reads the calendar, answers a file of cases and says how it went.</summary>
internal sealed class AnswerCases(Terminal terminal, string hours, string zone, bool flags)
{
    public int Run(FileInfo exceptions, FileInfo cases, string answers)
    {
        if (!OfficeHours.TryParse(hours, out var office, out var problem))
            return Refuse($"--hours: {problem}");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var place))
            return Refuse($"--zone: '{zone}' is not a time zone known here; write it like Asia/Shanghai");
        return CalendarInput.Guarded(terminal, () =>
            CalendarInput.Read(terminal, exceptions) is { } calendar && Answer(cases, answers, new(calendar, office, place)) is { } tally
                ? Told(tally)
                : ExitCodes.SomeRefused);
    }

    private int Refuse(string words)
    {
        terminal.Error(words);
        return ExitCodes.WrongUsage;
    }

    private int Told(CaseTally tally)
    {
        terminal.Error($"{tally.Rows} rows: {tally.Bad} not understood, {tally.Provisional} provisional, {tally.Suspended} suspended");
        return tally.Bad > 0 ? ExitCodes.SomeRefused : ExitCodes.Done;
    }

    private CaseTally? Answer(FileInfo cases, string answers, WorkingTime time)
    {
        using var reader = cases.OpenText();
        if (answers != "-")
            return AnswerToFile(cases.Name, reader, answers, time);
        var tally = Answer(cases.Name, reader, terminal.Output, time);
        terminal.Output.Flush();
        return tally;
    }

    /// <summary>Writes beside the file first: a broken run leaves nothing half, and cases may be answered in place.</summary>
    private CaseTally? AnswerToFile(string name, StreamReader reader, string answers, WorkingTime time)
    {
        var draft = answers + ".part";
        try
        {
            CaseTally? tally;
            using (var writer = new StreamWriter(draft))
                tally = Answer(name, reader, writer, time);
            if (tally is not null)
                File.Move(draft, answers, overwrite: true);
            return tally;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private CaseTally? Answer(string name, TextReader reader, TextWriter writer, WorkingTime time) =>
        CaseFile.Answer(reader, writer, time, flags, bad => terminal.Error($"{name}: {bad}"), note => terminal.Error($"{name}: {note}"));
}
