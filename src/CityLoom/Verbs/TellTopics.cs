using System.Globalization;
using CityLoom.Requests.Likeness;
using CsvHelper;

namespace CityLoom.Verbs;

/// <summary>Prints the hot topics of a file of requests.</summary>
internal sealed class TellTopics(Terminal terminal)
{
    private static readonly string[] Columns = ["rank", "heat", "requests", "first", "last", "days", "places", "title", "members"];
    private readonly RequestTables _tables = new(terminal);

    public int Run(FileInfo messages, (string? From, string? To) period, int top, string answers)
    {
        if (!TryDay(period.From, out var from) || !TryDay(period.To, out var to))
        {
            return terminal.Refuse("--from, --to: 日期写作 2026-03-02 / write days as 2026-03-02", ExitCodes.WrongUsage);
        }

        if (_tables.Rows(messages, ["id", "subject", "detail", "time"], ComparePairs.Filed) is not { } requests)
        {
            return ExitCodes.SomeRefused;
        }

        var topics = HotTopic.Find([.. requests.Where(r => Within(r.Time, from, to))], top);
        return _tables.Guarded(answers, () =>
        {
            _tables.Write(answers, output => Write(output, topics));
            return answers;
        }) is null ? ExitCodes.SomeRefused : ExitCodes.Done;
    }

    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null;
        return text is null || day is not null;
    }

    private static bool Within(DateTimeOffset? time, DateOnly? from, DateOnly? to)
    {
        var day = time is { } known ? DateOnly.FromDateTime(known.DateTime) : (DateOnly?)null;
        return (from is null || day >= from) && (to is null || day <= to);
    }

    private static void Write(CsvWriter output, IReadOnlyList<HotTopic> topics)
    {
        RequestTables.Record(output, Columns);
        for (var i = 0; i < topics.Count; i++)
        {
            var t = topics[i];
            RequestTables.Record(output,
            [
                Invariant(i + 1), t.Heat.ToString("0.0", CultureInfo.InvariantCulture), Invariant(t.Requests.Count), Day(t.First), Day(t.Last), Invariant(t.Days),
                string.Join(';', t.Places), t.Title, string.Join(';', t.Requests.Select(r => r.Id)),
            ]);
        }
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
