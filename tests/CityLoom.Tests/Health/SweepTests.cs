using CityLoom.City.Matters;
using CityLoom.Health;
using CityLoom.Health.Counts;
using CityLoom.Health.Plans;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Warnings;
using CityLoom.Kernel.Journal;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Health;

/// <summary>The sweep, the warnings it raises, what people and the plan do with them.</summary>
public abstract class SweepTests
{
    private static readonly DateOnly Day = HealthTown.Today;

    protected abstract Task<string?> Postgres();

    private async Task<HealthTown> Town()
    {
        var town = await HealthTown.Open(await Postgres());
        await town.Quiet("hfmd", Day, 60);
        return town;
    }

    private static async Task Rise(HealthTown town, string place, DateOnly last, int days = 3)
    {
        await town.Count("hfmd.clinic", place, last, [.. Enumerable.Range(1, days).Select(i => 45 + 10 * i)]);
        await town.Count("hfmd.school", place, last, [.. Enumerable.Range(1, days).Select(i => 40 + 8 * i)]);
    }

    [Fact]
    public async Task A_quiet_city_has_no_warning_and_tells_what_came_close()
    {
        await using var town = await Town();

        var swept = (await town.Sweep(Day)).Value;

        Assert.Equal((26, 26, 0), (swept.Series, swept.Judged, swept.Opened));
        Assert.Empty(town.Warnings());
        Assert.NotEmpty(town.Database.Read(SweepBook.Last)!.NearFindings);
    }

    [Fact]
    public async Task The_same_day_again_with_the_same_counts_changes_nothing()
    {
        await using var town = await Town();
        await Rise(town, HealthTown.Hanyang, Day);
        Assert.True((await town.Sweep(Day)).Value.Changed > 0);
        var before = town.Everything();

        var again = (await town.Sweep(Day, hour: 22)).Value;

        Assert.Equal(0, again.Changed);
        Assert.Equal(before, town.Everything());
    }

    [Fact]
    public async Task One_outbreak_over_days_and_neighbours_is_one_warning_that_grows()
    {
        await using var town = await Town();
        await Rise(town, HealthTown.Hanyang, Day.AddDays(-4));
        for (var day = Day.AddDays(-4); day <= Day; day = day.AddDays(1))
        {
            await Rise(town, HealthTown.Hanyang, day);
            if (day >= Day.AddDays(-1))
            {
                await Rise(town, "420104", day); // Qiaokou, next door
            }

            Assert.Null((await town.Sweep(day)).Refusal);
        }

        var warning = Assert.Single(town.Warnings());
        Assert.Equal([HealthTown.Hanyang, "420104"], warning.Memory.Places.OrderBy(p => p.Value).Select(p => p.Key));
        Assert.Equal((Day.AddDays(-4), Day), (warning.Opened, warning.LastSeen));
        Assert.Contains("grown", town.Database.Read(s => JournalBook.Of(s, HealthWarning.Subject, warning.Id)).Select(e => e.Act));
        Assert.Empty(town.Verify().Faults);
    }

    [Fact]
    public async Task Two_outbreaks_far_from_each_other_are_two_warnings()
    {
        await using var town = await Town();
        await Rise(town, HealthTown.Hanyang, Day);
        await Rise(town, "420117", Day);
        await town.Sweep(Day);

        Assert.Equal(["420117", HealthTown.Hanyang], town.Warnings().Select(w => w.Territory).OrderDescending());
    }

    [Fact]
    public async Task Two_cities_with_the_same_counts_find_the_same()
    {
        await using var one = await Town();
        await using var other = await Town();
        foreach (var town in new[] { one, other })
        {
            await Rise(town, HealthTown.Hanyang, Day);
            await town.Sweep(Day);
        }

        Assert.Equal(one.Warnings().Select(w => w.State), other.Warnings().Select(w => w.State));
        Assert.Equal(one.Database.Read(SweepBook.Last)!.Near, other.Database.Read(SweepBook.Last)!.Near);
    }

    [Fact]
    public async Task Days_are_swept_in_their_order_and_none_to_come()
    {
        await using var town = await Town();
        await town.Sweep(Day);

        Assert.Equal("sweep.order", (await town.Sweep(Day.AddDays(-1))).Refusal?.Code);
        Assert.Equal("sweep.future", (await new RunSweep(town.Database, town.On(Day), new TerritoryNeighbours()).RunAsync(Day.AddDays(1))).Refusal?.Code);
    }

    [Fact]
    public async Task Days_that_were_missed_are_caught_up()
    {
        await using var town = await Town();
        await town.Sweep(Day.AddDays(-3));

        await new RunSweep(town.Database, town.On(Day), new TerritoryNeighbours()).CatchUpAsync(Day);

        Assert.Equal(4, town.Database.Read(s => s.Value<int>("select count(*) from health_sweeps")));
    }

    [Fact]
    public async Task A_warning_that_rests_long_enough_ends_and_the_next_rise_is_a_new_one()
    {
        await using var town = await HealthTown.Open(await Postgres());
        var start = Day.AddDays(-40);
        await town.Quiet("hfmd", Day, 100);
        await Rise(town, HealthTown.Hanyang, start);
        for (var day = start; day <= Day; day = day.AddDays(1))
        {
            if (day == Day.AddDays(-1))
            {
                await Rise(town, HealthTown.Hanyang, day);
            }

            await town.Sweep(day);
        }

        var warnings = town.Warnings();
        Assert.Equal(2, warnings.Count);
        Assert.NotNull(warnings.Single(w => w.Opened == start).QuietSince);
        Assert.Null(warnings.Single(w => w.Opened != start).QuietSince);
    }

    [Fact]
    public async Task The_plan_opens_each_matter_once_at_its_stage()
    {
        await using var town = await Town();
        Assert.True((await town.Plan()).Value);
        Assert.False((await town.Plan()).Value);
        await Rise(town, HealthTown.Hanyang, Day);
        await town.Sweep(Day);
        var warning = Assert.Single(town.Warnings());
        var first = town.Matters(warning.Id).Count;

        Assert.Null((await town.Act(warning.Id, WarningAct.Verify)).Refusal);
        var verified = town.Matters(warning.Id);
        Assert.Equal("warning.not-now", (await town.Act(warning.Id, WarningAct.Verify)).Refusal?.Code);
        await town.Act(warning.Id, WarningAct.Note);
        await town.Sweep(Day, hour: 22);

        Assert.Equal(verified.Count, town.Matters(warning.Id).Count);
        Assert.True(verified.Count > first);
        Assert.Contains(verified, m => m.Title == "汉阳区手足口病：现场流行病学调查" && m.Offered == "420105.wjj" && m.Accountable == "4201.jkzx");
        await town.Act(warning.Id, WarningAct.Declare);
        Assert.Equal("420105.zf", town.Matters(warning.Id)[^1].Offered);
        Assert.Empty(town.Verify().Faults);
    }

    [Fact]
    public async Task A_plan_that_cannot_be_followed_is_refused_line_by_line()
    {
        await using var town = await Town();
        var plan = new ResponsePlan { Lines = [new PlanLine { Code = "a", Title = "核实", Accountable = "4201.jkzx" }, new PlanLine { Code = "b", Title = "核实", Accountable = "nobody", Term = "soon", Level = 7 }] };

        var refusal = (await town.Database.WriteAsync(w => FollowPlan.Put(w, plan, town.On(Day), Actor.System))).Refusal!;

        Assert.Equal(3, refusal.Words.Split('\n').Count(l => l.StartsWith("第 2 条", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Seven_one_seven_is_measured_from_the_journal()
    {
        await using var town = await Town();
        await town.Plan();
        await Rise(town, HealthTown.Hanyang, Day);
        await town.Sweep(Day, hour: 8);
        var warning = Assert.Single(town.Warnings());
        await town.Act(warning.Id, WarningAct.SetOnset, hour: 9, more: new TriageRequest { Onset = Day.AddDays(-5) });
        await town.Act(warning.Id, WarningAct.Verify, hour: 20);

        var waiting = Times(town, warning.Id);
        Assert.Equal((5d, 0.5, null), (waiting.DaysToDetect, waiting.DaysToNotify, waiting.DaysToRespond));
        Assert.Equal((true, true, null), ((bool?)waiting.DetectedInTime, waiting.NotifiedInTime, waiting.RespondedInTime));
        await Resolve(town, warning.Id, Day.AddDays(8));

        var done = Times(town, warning.Id);
        Assert.Equal(done.Actions, done.Done);
        Assert.Equal((7.5, false), (Math.Round(done.DaysToRespond!.Value, 2), done.RespondedInTime));
    }

    [Fact]
    public async Task Only_the_epidemiologist_judges_and_what_grows_after_it_was_dropped_comes_back()
    {
        await using var town = await Town();
        await Rise(town, HealthTown.Hanyang, Day.AddDays(-1));
        await town.Sweep(Day.AddDays(-1));
        var warning = Assert.Single(town.Warnings());
        Assert.Equal("warning.role", (await town.Act(warning.Id, WarningAct.Drop, by: HealthTown.Supervisor)).Refusal?.Code);
        Assert.Equal(WarningStage.Dropped, (await town.Act(warning.Id, WarningAct.Drop, Day.AddDays(-1), 21)).Value.Stage);

        await Rise(town, HealthTown.Hanyang, Day, 4);
        await Rise(town, "420104", Day, 4);
        await town.Sweep(Day);

        Assert.Equal((WarningStage.Signal, true), (town.Warnings()[0].Stage, town.Warnings()[0].Open));
        Assert.Contains("returned", town.Database.Read(s => JournalBook.Of(s, HealthWarning.Subject, warning.Id)).Select(e => e.Act));
    }

    [Fact]
    public async Task A_rare_condition_that_gathers_in_space_is_seen_by_the_scan()
    {
        await using var town = await HealthTown.Open(await Postgres());
        var districts = City.DemoCity.Territories.OfLevel(CityLoom.City.Territories.TerritoryLevel.District).Select(d => d.Code).ToList();
        foreach (var (district, i) in districts.Select((d, i) => (d, i)))
        {
            // One case every four days everywhere; in two districts side by side four a day for the last three days.
            var gathers = district is HealthTown.Hanyang or "420104";
            await town.Count("dengue.clinic", district, Day, [.. Enumerable.Range(0, 60).Select(d => gathers && d >= 57 ? 4 : (d + i) % 4 == 0 ? 1 : 0)]);
        }

        await town.Sweep(Day);

        var warning = Assert.Single(town.Warnings());
        Assert.Contains("scan", warning.Memory.Strongest.Contributions.Select(c => c.Signal.Source));
        Assert.All(warning.Memory.Strongest.Rules, rule => Assert.DoesNotContain("scan", rule.Alarms.Select(a => a.Source)));
    }

    [Fact]
    public async Task A_row_changed_behind_the_journal_is_found_out()
    {
        await using var town = await Town();
        await Rise(town, HealthTown.Hanyang, Day);
        await town.Sweep(Day);
        await town.Database.WriteAsync(w => w.Execute("update health_warnings set level = 4"));

        Assert.Contains("not what", Assert.Single(town.Verify().Faults).ToString(), StringComparison.Ordinal);
    }

    private static Timeliness Times(HealthTown town, long id) => town.Database.Read(s =>
        Timeliness.Of(WarningBook.Find(s, id)!, Timeliness.Progress(s, [id]).GetValueOrDefault(id), town.On(Day).Clock));

    private static async Task Resolve(HealthTown town, long warning, DateOnly day)
    {
        foreach (var matter in town.Matters(warning))
        {
            var doer = HealthTown.Epidemiologist with { Grants = [new() { Role = CityLoom.Kernel.Accounts.Role.Handler, Organization = "4201.zf" }] };
            foreach (var act in new[] { Act.Sign, Act.Start, Act.Resolve }.Where(a => Transitions.Of(a).From.Contains(MatterBookState(town, matter.Id))))
            {
                _ = (await town.Database.WriteAsync(w => ActOnMatter.Run(w, matter.Id, new ActRequest { Act = act, Reason = "已完成" }, town.On(day, 8).For(doer)))).Value;
            }
        }
    }

    private static MatterState MatterBookState(HealthTown town, long id) => town.Database.Read(s => MatterBook.Find(s, id))!.State;
}

/// <summary>On SQLite.</summary>
public sealed class SweepOnSqliteTests : SweepTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

/// <summary>On PostgreSQL.</summary>
public sealed class SweepOnPostgresTests(PostgresServer server) : SweepTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
