using System.Globalization;
using System.Text.Json;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Trees;
using CityLoom.Detection.Fusion;
using CityLoom.Health.Counts;
using CityLoom.Health.Plans;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Totals;
using CityLoom.Health.Warnings;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Demo;

/// <summary>Tells the demo's health net: made-up counts, the last weeks swept day by day, and what the epidemiologist's post did with the warnings. Goes on where a killed start left off.</summary>
internal sealed class HealthStory(Database database, CityContext city, string folder)
{
    private const int SweptDays = 45;

    private readonly TerritoryNeighbours _outlines = new();

    /// <summary>Tells it all.</summary>
    public async Task TellAsync()
    {
        var today = city.Clock.Today;
        await database.WriteAsync(w => Begin(w, today));
        var (judge, cast) = database.Read(s => (As(s, "epidemiologist"), DemoCast.Of(s)));
        for (var day = today.AddDays(-MadeUpDelays.Days); day <= today; day = day.AddDays(1))
        {
            var told = day;
            await database.WriteAsync(w => ReportLate(w, told));
            if (day < today.AddDays(-SweptDays))
            {
                continue;
            }

            var evening = city.Clock.Instant(day.ToDateTime(new TimeOnly(20, 30)));
            var then = city.At(evening < city.Now ? evening : city.Now);
            _ = await new RunSweep(database, then, _outlines).RunAsync(day);
            await database.WriteAsync(w => new HealthDesk(w, city, judge, cast, day).Work());
        }

        await database.WriteAsync(w => PublishTotals.Run(w, city));
    }

    private int Begin(Writing writing, DateOnly today)
    {
        if (StreamBook.All(writing).Count > 0)
        {
            return 0;
        }

        using var text = File.OpenText(Path.Combine(folder, "health", "streams.csv"));
        _ = StreamBook.Put(writing, StreamFile.Read("streams.csv", text).AsOutcome().Value, city.Now, Actor.System).Value;
        var plan = JsonSerializer.Deserialize<ResponsePlan>(File.ReadAllText(Path.Combine(folder, "health", "response-plan.json")), JournalBook.Json)!;
        _ = FollowPlan.Put(writing, plan, city, Actor.System).Value;
        var counts = new MadeUpCounts(today, Residents());
        foreach (var stream in StreamBook.All(writing))
        {
            var late = today.AddDays(-MadeUpDelays.Days - 1);
            CountBook.Record(writing, stream, [.. counts.Of(stream).Where(c => stream.Code != MadeUpDelays.Stream || c.Period < late.DayNumber)], city.Now, Actor.System);
        }

        return 1;
    }

    /// <summary>What the stream that reports late tells in the evening of a day: a part of the day before, and the rest of days before that.</summary>
    private int ReportLate(Writing writing, DateOnly day)
    {
        var stream = StreamBook.Find(writing, MadeUpDelays.Stream)!;
        var newest = day.DayNumber - 1;
        if (CountBook.Window(writing, stream, newest, newest).Exists(s => s.At(newest) is not null))
        {
            return 0;
        }

        var evening = city.Clock.Instant(day.ToDateTime(new TimeOnly(20, 0)));
        var counts = new MadeUpCounts(city.Clock.Today, Residents()).Of(stream).Where(c => c.Period <= newest && c.Period > newest - MadeUpDelays.Shares.Count);
        CountBook.Record(
            writing, stream, [.. counts.Select(c => c with { Count = MadeUpDelays.In(c.Count, newest - c.Period) })], evening < city.Now ? evening : city.Now, Actor.System);
        return 1;
    }

    private Dictionary<string, int> Residents()
    {
        using var text = File.OpenText(Path.Combine(folder, "territory", "population-2020.csv"));
        return CsvTable.Read("population-2020.csv", text, "code", "population_2020").Rows.Where(r => city.Territories.Find(r["code"]) is not null)
            .ToDictionary(r => r["code"], r => int.Parse(r["population_2020"], CultureInfo.InvariantCulture));
    }

    private static SignedIn As(Session session, string name) => AccountBook.SignedInAs(session, AccountBook.Find(session, name)!);
}

/// <summary>What the posts of the demo do with the warnings on the morning after a day.</summary>
internal sealed class HealthDesk(Writing writing, CityContext city, SignedIn judge, DemoCast cast, DateOnly day)
{
    private static readonly (int After, WarningAct Act, string Reason)[] Plot =
    [
        (1, WarningAct.Verify, "已电话核对三家报告单位，无重复报告，病例有聚集。"),
        (2, WarningAct.Confirm, "流行曲线上升，学校和门诊同时增加，确认为聚集性事件。"),
        (3, WarningAct.Declare, "两所学校出现续发病例，按标准认定暴发。"),
        (16, WarningAct.Control, "连续一个最长潜伏期无新发聚集。"),
        (30, WarningAct.Close, "处置完毕，终末报告已归档。"),
    ];

    private const int Fresh = 5;

    /// <summary>The line of the plan that takes longer.</summary>
    private const string Slow = "schools";

    private static readonly (Act Act, int Hour, int Minute)[] Done = [(Act.Sign, 9, 10), (Act.Start, 9, 20), (Act.Resolve, 10, 20), (Act.Close, 11, 30)];

    public int Work()
    {
        var open = WarningBook.List(writing, new WarningFilter(Open: true), 0, 200).Page;
        var acted = open.Sum(Judge);
        foreach (var warning in open)
        {
            Resolve(warning);
        }

        return acted;
    }

    private int Judge(HealthWarning warning)
    {
        var age = day.DayNumber - warning.Opened.DayNumber;
        if (warning.Opened > city.Clock.Today.AddDays(-Fresh))
        {
            return 0; // left for whoever tries the demo
        }

        var real = MadeUpCounts.Outbreaks.Any(o => o.Condition == warning.Condition && warning.Memory.Places.ContainsKey(o.Territory)
            && warning.Opened.DayNumber >= city.Clock.Today.DayNumber - o.Ago - 1 && warning.Opened.DayNumber <= city.Clock.Today.DayNumber - o.Ago + o.Days);
        var next = real
            ? Plot.Where(p => p.After <= age && WarningTransitions.Of(p.Act).From.Contains(warning.Stage)).Where(p => p.Act != WarningAct.Declare || warning.LevelNow <= WarningLevel.Orange)
                .Where(p => p.Act != WarningAct.Control || warning.LastSeen < day.AddDays(-4)).Select(p => ((WarningAct, string)?)(p.Act, p.Reason)).FirstOrDefault()
            : age >= 2 && warning.Stage == WarningStage.Signal ? (WarningAct.Drop, "核对为补报集中入账，排除聚集。") : null;
        if (next is not var (act, reason))
        {
            return 0;
        }

        var at = city.Clock.Instant(day.ToDateTime(new TimeOnly(18, 40)));
        if (at >= city.Now)
        {
            return 0;
        }

        return TriageWarning.Run(writing, warning.Id, new TriageRequest { Act = act, Reason = reason }, judge, city.At(at)).Refusal is null
            ? 1 : throw new InvalidOperationException($"The demo's story does not hold: {act} on {warning.Stage} of {warning.Key}");
    }

    /// <summary>The plan's matters are done on the morning after, those that take longer two days later; the desk closes them.</summary>
    private void Resolve(HealthWarning warning)
    {
        foreach (var (line, id) in writing.Rows<(string, long)>("select line, matter_id from health_plan_matters where warning_id = @Id", new { warning.Id }))
        {
            var matter = MatterBook.Find(writing, id)!;
            foreach (var (act, hour, minute) in Done)
            {
                var at = city.Clock.Instant(day.ToDateTime(new TimeOnly(hour, minute)));
                if (at >= city.Now || at < matter.CreatedAt || !Transitions.Of(act).From.Contains(matter.State) || (act >= Act.Resolve && line == Slow && at < matter.CreatedAt.AddDays(1.5)))
                {
                    continue;
                }

                var by = act == Act.Close ? cast.Dispatcher : cast.Doer;
                matter = ActOnMatter.Run(
                    writing, id, new ActRequest { Act = act, Reason = act == Act.Resolve ? "已按要求完成，情况记入预警。" : null }, new ActContext(by, at, city.Organizations, city.Time)).Value;
            }
        }
    }
}
