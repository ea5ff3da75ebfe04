using System.Globalization;
using CsvHelper;

namespace CityLoom.City.Calendar;

/// <summary>
/// Answers a whole file of cases, row by row, without holding it in memory: columns <c>case,accepted,term,pauses</c> in
/// any order, others kept, and <c>due</c> added at the end.
/// </summary>
/// <remarks>
/// <c>term</c> is <c>days:N</c> or <c>mins:N</c>; <c>pauses</c> is <c>start~end;start~end</c> in local time, an empty end
/// meaning a pause that goes on. A due of days is a day, a due of minutes the minute in which the clock ends, written
/// with the separator that the row's own <c>accepted</c> uses.
/// </remarks>
public sealed class CaseFile
{
    private readonly WorkingTime _time;
    private readonly bool _flags;
    private readonly Action<RowProblem> _bad;
    private readonly Action<RowProblem> _note;
    private long _rows, _wrong, _provisional, _suspended;
    private string? _broken;

    private CaseFile(WorkingTime time, bool flags, Action<RowProblem> bad, Action<RowProblem> note) =>
        (_time, _flags, _bad, _note) = (time, flags, bad, note);

    /// <summary>Reads cases and writes them with their due dates.</summary>
    /// <param name="cases">CSV with a header line.</param>
    /// <param name="answers">Where the same rows go with their due.</param>
    /// <param name="time">The city's working time.</param>
    /// <param name="flags">Whether to add a column <c>provisional</c> (1 or 0) after <c>due</c>.</param>
    /// <param name="bad">Told of every row that can't be understood.</param>
    /// <param name="note">Told of every row that is provisional or suspended.</param>
    /// <returns>The counts, or null when the header lacks a column (which <paramref name="bad"/> was told).</returns>
    public static CaseTally? Answer(
        TextReader cases, TextWriter answers, WorkingTime time, bool flags, Action<RowProblem> bad, Action<RowProblem> note) =>
        new CaseFile(time, flags, bad, note).Answer(cases, answers);

    private CaseTally? Answer(TextReader cases, TextWriter answers)
    {
        using var csv = CsvReader.Create(cases, CsvTable.Options((_, what) => _broken = what), leaveOpen: true);
        if (Columns(csv) is not { } columns)
            return null;
        using var output = CsvWriter.Create(answers, CsvTable.Output, leaveOpen: true);
        foreach (var header in csv.Headers)
            output.WriteField(header);
        output.WriteField("due");
        if (_flags)
            output.WriteField("provisional");
        output.EndRecord();
        while (csv.Read())
        {
            _rows++;
            for (var i = 0; i < csv.Headers.Count; i++)
                output.WriteField(i < csv.FieldCount ? csv.GetSpan(i) : []);
            WriteDue(csv, columns, output);
            output.EndRecord();
        }
        return new(_rows, _wrong, _provisional, _suspended);
    }

    private (int Accepted, int Term, int Pauses)? Columns(CsvReader csv)
    {
        var missing = new[] { "case", "accepted", "term", "pauses" }.Where(name => !csv.TryGetFieldIndex(name, out _)).ToList();
        if (missing.Count == 0)
            return (csv.GetFieldIndex("accepted"), csv.GetFieldIndex("term"), csv.GetFieldIndex("pauses"));
        _bad(new(1, $"the header lacks {string.Join(", ", missing)}; it must name case,accepted,term,pauses"));
        return null;
    }

    private void WriteDue(CsvReader csv, (int Accepted, int Term, int Pauses) columns, CsvWriter output)
    {
        var clock = Clock(csv, columns, out var separator);
        output.WriteField(clock is null ? "" : Due(clock, separator));
        if (_flags)
            output.WriteField(clock is null or { IsSuspended: true } ? "" : clock.IsProvisional ? "1" : "0");
        if (clock is { IsSuspended: true })
        {
            _suspended++;
            _note(new((int)csv.LineNumber, "suspended: a pause has no end and the clock has not run out before it, so the due is not known"));
        }
        else if (clock is { IsProvisional: true })
        {
            _provisional++;
            _note(new((int)csv.LineNumber, $"provisional: {Due(clock, separator)} rests on years that the calendar does not cover"));
        }
    }

    private TermClock? Clock(CsvReader csv, (int Accepted, int Term, int Pauses) columns, out char separator)
    {
        var row = DueCase.Read(csv.GetString(columns.Accepted), csv.GetString(columns.Term), csv.GetString(columns.Pauses), _time.Zone, out var problem);
        separator = row?.Separator ?? ' ';
        if (csv.FieldCount > csv.Headers.Count)
            problem = $"the row has {csv.FieldCount} fields, the header {csv.Headers.Count}; the fields without a header are left out";
        problem = _broken ?? problem;
        _broken = null;
        if (row is { } sound && problem.Length == 0)
            return _time.Start(sound.Accepted, sound.Term, sound.Pauses);
        _wrong++;
        _bad(new((int)csv.LineNumber, problem));
        return null;
    }

    private static string Due(TermClock clock, char separator)
    {
        if (clock.DueDate is not { } date)
            return "";
        return clock.DueTime is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}{separator}{time:HH:mm}")
            : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
