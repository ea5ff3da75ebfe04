using System.Globalization;
using CsvHelper;

namespace CityLoom.City.Calendar;

/// <summary>
/// Reads a city's exceptions to the plain week from CSV with the columns <c>date,working,kind</c>: a day as
/// <c>2026-02-16</c>, <c>1</c> for a make-up working day or <c>0</c> for a holiday, and the notice's words for it.
/// </summary>
/// <remarks>Columns may come in any order and <c>kind</c> may be missing. A day may be named once: twice is an error even when both agree.</remarks>
public static class CalendarFile
{
    /// <summary>Reads a whole file. Every wrong line is named; with any of them the exceptions must not be used.</summary>
    public static (IReadOnlyList<CalendarException> Exceptions, IReadOnlyList<RowProblem> Problems) Read(TextReader text)
    {
        var exceptions = new List<CalendarException>();
        var problems = new List<RowProblem>();
        using var csv = CsvReader.Create(text, CsvTable.Options((line, what) => problems.Add(new(line, what))), leaveOpen: true);
        if (!csv.TryGetFieldIndex("date", out _) || !csv.TryGetFieldIndex("working", out _))
            return ([], [new(1, "the first line must name the columns date,working,kind")]);
        var seen = new Dictionary<DateOnly, (int Line, bool Working)>();
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (Row(csv, out var problem) is not { } exception)
                problems.Add(new(line, problem));
            else if (!seen.TryAdd(exception.Date, (line, exception.Working)))
                problems.Add(new(line, Again(exception, seen[exception.Date])));
            else
                exceptions.Add(exception);
        }
        return (exceptions, problems);
    }

    private static CalendarException? Row(CsvReader csv, out string problem)
    {
        var date = csv.GetString("date").Trim();
        var working = csv.GetString("working").Trim();
        problem = "";
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            problem = $"'{date}' is not a day of the calendar; write it like 2026-02-16";
        else if (day.Year is < 1900 or > 2199)
            problem = $"the year of {date} is outside 1900–2199";
        else if (working is not ("0" or "1"))
            problem = $"working is '{working}'; write 1 for a make-up working day, 0 for a holiday";
        return problem.Length > 0 ? null : new(day, working == "1", csv.TryGetFieldIndex("kind", out var kind) ? csv.GetString(kind).Trim() : "");
    }

    private static string Again(CalendarException row, (int Line, bool Working) earlier) =>
        earlier.Working == row.Working
            ? $"{row.Date:O} is named a second time, first in line {earlier.Line}; delete one of them"
            : $"{row.Date:O} is said to be {Said(row.Working)}, but line {earlier.Line} says {Said(earlier.Working)}; keep the one the notice means";

    private static string Said(bool working) => working ? "a working day" : "a holiday";
}
