using System.Globalization;
using CityLoom.Requests.Simulation;
using CityLoom.Requests.Understanding;

namespace CityLoom.Verbs;

/// <summary>Writes simulated requests as CSV, as many as are wanted.</summary>
internal sealed class MakeUpRequests(Terminal terminal)
{
    private readonly RequestTables _tables = new(terminal);

    public int Run(FileInfo samples, (string From, int Days, double Daily, int Seed) wish, string[] places, string answers)
    {
        if (!DateOnly.TryParseExact(wish.From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            return terminal.Refuse("--from: 日期写作 2026-03-02 / write the day as 2026-03-02", ExitCodes.WrongUsage);
        }

        var known = _tables.Rows(samples, ["label", "subject", "detail"], row => new LabelledRequest(row["label"], row.Words));
        if (known is not { Count: > 0 })
        {
            return terminal.Refuse($"{samples.Name}: 没有样例，无从模拟 / there are no samples to make requests from");
        }

        var shape = new RequestShape(known, places, from, wish.Days, wish.Daily);
        return _tables.Guarded(answers, () =>
        {
            _tables.Write(answers, output =>
            {
                RequestTables.Record(output, ["id", "time", "place", "label", "subject", "detail"]);
                foreach (var r in SimulateRequests.Run(shape, wish.Seed))
                {
                    RequestTables.Record(output,
                        [r.Id.ToString(CultureInfo.InvariantCulture), r.Time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), r.Place, r.Label, r.Words.Subject, r.Words.Detail]);
                }
            });
            return answers;
        }) is null ? ExitCodes.SomeRefused : ExitCodes.Done;
    }
}
