using System.Diagnostics;
using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.City.Trees;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.Support;

namespace CityLoom.Load;

/// <summary>
/// Everything in the city is overdue at once: how long until every level has heard of every matter, and whether each heard exactly
/// once and of the oldest first.
/// </summary>
internal sealed class EscalateAll(Database database, CityContext city)
{
    private const int Batch = 1_000;

    /// <summary>Fills a demo city with overdue matters and brings them before one level after the other; the exit code.</summary>
    public static async Task<int> Run(int matters, string? postgres)
    {
        await using var demo = await RunningCity.Start(new Serving(postgres));
        await demo.Stop();
        await using var database = new StorageOptions { Folder = demo.Data, Postgres = demo.Database }.Open();
        await Migrations.ApplyAsync(database, [new KernelModule(), new CityModule()], TimeProvider.System);
        var clock = new CityClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var city = new CityContext(clock, new CityTreesBook(database, TimeProvider.System), new CalendarBook(database, clock));
        return await new EscalateAll(database, city).Run(matters);
    }

    private async Task<int> Run(int matters)
    {
        await Escalation.RunAsync(database, () => city.For(null), CancellationToken.None);
        var first = database.Read(s => s.Value<long>("select max(id) from matters")) + 1;
        await Fill(matters);
        var start = Stopwatch.GetTimestamp();
        await Escalation.RunAsync(database, () => city.For(null), CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var faults = 0L;
        foreach (var (level, heard, outOfOrder) in database.Read(s => Findings(s, first)))
        {
            faults += Math.Abs(matters - heard) + outOfOrder;
            Console.WriteLine($"level {level}: heard once of {heard:N0} of {matters:N0} matters, {outOfOrder:N0} of them before one that had been due earlier");
        }

        var levels = MatterClock.Ladder.Count;
        Console.WriteLine($"{matters:N0} overdue matters before {levels} levels in {seconds:F1} s: {matters * levels / seconds:N0} escalations/s");
        return faults == 0 ? 0 : 1;
    }

    private async Task Fill(int count)
    {
        var offices = city.Organizations.All.Where(o => o.Code.EndsWith(".jd", StringComparison.Ordinal)).ToList();
        var now = city.Now;
        for (var done = 0; done < count; done += Batch)
        {
            var (from, size) = (done, Math.Min(Batch, count - done));
            await database.WriteAsync(writing =>
            {
                var random = new Random(from);
                for (var i = 0; i < size; i++)
                {
                    var office = offices[random.Next(offices.Count)];
                    var accepted = now.AddDays(-20).AddSeconds(random.Next(2 * 24 * 60 * 60));
                    var matter = new Matter
                    {
                        Kind = "hazard", Title = "井盖松动", Words = "请尽快处理", State = MatterState.InProgress, Accountable = office.Code, Handling = office.Code,
                        CreatedAt = accepted, AcceptedAt = accepted, Term = $"mins:{random.Next(400, 900)}", Version = 1,
                    };
                    MatterBook.Insert(writing, matter.Reckon(city.Time), accepted, Actor.System);
                }

                return size;
            });
        }
    }

    /// <summary>For each level, of how many matters it heard exactly once, and of how many before one that was to reach it earlier.</summary>
    private List<(int Level, long Heard, long OutOfOrder)> Findings(Session session, long first)
    {
        var due = session.Stream<Overdue>("select id, due_at from matters where id >= @first", new { first }).ToDictionary(m => m.Id, m => m.DueAt);
        var heard = new Dictionary<long, int>();
        var levels = MatterClock.Ladder.Select(days => new LevelSeen(days)).ToList();
        foreach (var id in session.Stream<long>("select subject_id from journal where subject = 'matter' and act = 'Escalate' and subject_id >= @first order by id", new { first }))
        {
            var level = heard[id] = heard.GetValueOrDefault(id) + 1;
            if (level <= levels.Count)
            {
                levels[level - 1].Hear(due[id], city.Time);
            }
        }

        var once = session.Rows<LevelCount>(
            "select level, count(*) as matters from (select level, matter_id from escalations where matter_id >= @first group by level, matter_id having count(*) = 1) o group by level order by level",
            new { first });
        return once.ConvertAll(c => (c.Level, c.Matters, levels[c.Level - 1].OutOfOrder));
    }

    private sealed record Overdue
    {
        public long Id { get; init; }

        public DateTimeOffset DueAt { get; init; }
    }

    private sealed record LevelCount
    {
        public int Level { get; init; }

        public long Matters { get; init; }
    }

    /// <summary>When a level was to hear of the matters it heard of, in the order in which it did.</summary>
    private sealed class LevelSeen(int days)
    {
        private DateTimeOffset _before;

        public long OutOfOrder { get; private set; }

        public void Hear(DateTimeOffset due, WorkingTime time)
        {
            var at = days == 0 ? due : time.Start(due.AddMilliseconds(-1), Term.Days(days)).Due ?? DateTimeOffset.MaxValue;
            OutOfOrder += at < _before ? 1 : 0;
            _before = at;
        }
    }
}
