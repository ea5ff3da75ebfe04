using CityLoom.City.Indicators;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Kernel.Journal;
using CityLoom.Tests.City;
using CityLoom.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.Health;

/// <summary>Counts: how periods are written, how they are packed, what a file may hold.</summary>
public sealed class CountTests
{
    private static readonly DateOnly Today = HealthTown.Today;

    private static readonly Dictionary<string, HealthStream> Streams = new()
    {
        ["ili.clinic"] = new() { Code = "ili.clinic", Condition = "ili", Source = "clinic", Rhythm = CountRhythm.Day },
        ["ili.lab"] = new() { Code = "ili.lab", Condition = "ili", Source = "lab", Rhythm = CountRhythm.Week },
    };

    [Fact]
    public void A_block_gives_back_what_was_put_into_it() => Prop.ForAll(
        Gen.Choose(-1, 300).SelectMany(top => Gen.Choose(-1, top < 0 ? 5 : top * top * 90)).ArrayOf(CountBlock.Size).ToArbitrary(),
        counts =>
        {
            var read = new int[CountBlock.Size];
            CountBlock.Unpack(CountBlock.Pack(counts), read);
            return read.SequenceEqual(counts);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_block_of_few_cases_is_small() => Assert.InRange(CountBlock.Pack([.. Enumerable.Repeat(3, CountBlock.Size)]).Length, 1, CountBlock.Size);

    [Fact]
    public void Bytes_that_are_no_block_are_refused() => Assert.Throws<InvalidDataException>(() => CountBlock.Unpack([0x80], new int[CountBlock.Size]));

    [Theory]
    [InlineData("2026-03-02", CountRhythm.Day, "2026-03-02")]
    [InlineData("2026-W10", CountRhythm.Week, "2026-W10")]
    [InlineData("2026-03-04", CountRhythm.Week, "2026-W10")]
    [InlineData("2020-W53", CountRhythm.Week, "2020-W53")]
    [InlineData("2021-01-03", CountRhythm.Week, "2020-W53")]
    public void A_period_is_read_and_written(string text, CountRhythm rhythm, string written)
    {
        Assert.True(CountPeriod.TryParse(text, rhythm, out var period));
        Assert.Equal(written, CountPeriod.Text(period, rhythm));
    }

    [Theory]
    [InlineData("2026-02-30", CountRhythm.Day)]
    [InlineData("2026-W10", CountRhythm.Day)]
    [InlineData("2025-W53", CountRhythm.Week)]
    [InlineData("2026-W00", CountRhythm.Week)]
    [InlineData("0001-01-01", CountRhythm.Day)]
    [InlineData("昨天", CountRhythm.Day)]
    public void What_is_no_period_is_not_taken_for_one(string text, CountRhythm rhythm) => Assert.False(CountPeriod.TryParse(text, rhythm, out _));

    [Fact]
    public void A_week_begins_on_a_Monday_and_is_over_on_its_Sunday()
    {
        Assert.True(CountPeriod.TryParse("2026-W10", CountRhythm.Week, out var week));
        Assert.Equal((DayOfWeek.Monday, new DateOnly(2026, 3, 8)), (CountPeriod.First(week, CountRhythm.Week).DayOfWeek, CountPeriod.Last(week, CountRhythm.Week)));
        Assert.Equal((week - 1, week), (CountPeriod.NewestOver(new DateOnly(2026, 3, 7), CountRhythm.Week), CountPeriod.NewestOver(new DateOnly(2026, 3, 8), CountRhythm.Week)));
    }

    [Theory]
    [InlineData("ili.clinic,420105,2026-13-01,3", "count.period", "2026-03-02")]
    [InlineData("ili.lab,420105,2026-02-30,3", "count.period", "2026-W10")]
    [InlineData("ili.clinic,420105,2026-03-01,-3", "count.count", "负数")]
    [InlineData("ili.clinic,420105,2026-03-01,三", "count.count", "整数")]
    [InlineData("ili.clinic,420105,2026-03-01,1e9", "count.count", "整数")]
    [InlineData("ili.clinic,999999,2026-03-01,3", "count.territory", "区划")]
    [InlineData("flu.clinic,420105,2026-03-01,3", "count.stream", "登记")]
    [InlineData("ili.clinic,420105,2026-03-09,3", "count.not-over", "结束后再报")]
    [InlineData("ili.clinic,420105,2026-02-28,4", "count.duplicate", "第 2 行")]
    public void A_wrong_line_is_named_with_its_number_and_how_to_mend_it(string line, string code, string mend)
    {
        var read = CountFile.Read("counts.csv", new StringReader($"stream,territory_code,period,count\nili.clinic,420105,2026-02-28,3\n{line}\n"), Streams, DemoCity.Territories, Today);

        var fault = Assert.Single(read.Faults);
        Assert.Equal((code, 3, true), (fault.Code, fault.Line, read.Value is null));
        Assert.Contains(mend, fault.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_file_is_taken_whole()
    {
        var read = CountFile.Read("counts.csv", new StringReader("\uFEFFstream,territory_code,period,count\nili.clinic,420105,2026-03-01,0\nili.lab,420105,2026-W09,12\n"), Streams, DemoCity.Territories, Today);

        Assert.Equal([0, 12], read.Value!.Select(v => v.Count));
    }

    [Fact]
    public void Small_counts_of_persons_are_for_the_health_role_alone()
    {
        var (judge, other) = (SmallCounts.For(HealthTown.Epidemiologist), SmallCounts.For(HealthTown.Supervisor));

        Assert.All(Enumerable.Range(0, 8), n => Assert.False(judge.Hides(n, persons: true)));
        Assert.Equal([1, 2, 3, 4], Enumerable.Range(0, 8).Where(n => other.Hides(n, persons: true)));
        Assert.All(Enumerable.Range(0, 8), n => Assert.False(other.Hides(n, persons: false)));
    }
}

/// <summary>Counts in the database: idempotent, with every correction kept.</summary>
public abstract class CountBookTests
{
    protected abstract Task<string?> Postgres();

    [Fact]
    public async Task The_same_counts_again_change_nothing_and_others_are_revisions()
    {
        await using var town = await HealthTown.Open(await Postgres());
        var day = HealthTown.Today.AddDays(-1);

        Assert.Equal(new ObservationCounts(3, 0, 0), await town.Count("ili.clinic", HealthTown.Hanyang, day, 5, 0, 7));
        var before = town.Everything();
        Assert.Equal(new ObservationCounts(0, 0, 3), await town.Count("ili.clinic", HealthTown.Hanyang, day, 5, 0, 7));
        Assert.Equal(before, town.Everything());
        Assert.Equal(new ObservationCounts(0, 1, 2), await town.Count("ili.clinic", HealthTown.Hanyang, day, 5, 0, 9));
        Assert.Equal(new ObservationCounts(1, 1, 1), await town.Count("ili.clinic", HealthTown.Hanyang, day.AddDays(1), 0, 12, 1));

        var revisions = town.Database.Read(s => CountBook.Revisions(s, town.Stream("ili.clinic").Id, HealthTown.Hanyang, 10));
        Assert.Equal([(2, 9, 12), (1, 7, 9)], revisions.Select(r => (r.Revision, r.Before, r.After)));
        Assert.Empty(town.Verify().Faults);
    }

    [Fact]
    public async Task A_window_holds_all_places_over_several_blocks_and_what_is_missing_stays_missing()
    {
        await using var town = await HealthTown.Open(await Postgres());
        var last = HealthTown.Today;
        await town.Count("ili.clinic", HealthTown.Hanyang, last, [.. Enumerable.Range(0, 300)]);
        await town.Count("ili.clinic", HealthTown.Wuchang, last.AddDays(-290), 4);

        var window = town.Database.Read(s => CountBook.Window(s, town.Stream("ili.clinic"), last.DayNumber - 299, last.DayNumber));

        Assert.Equal([HealthTown.Hanyang, HealthTown.Wuchang], window.Select(w => w.Territory));
        Assert.Equal(Enumerable.Range(0, 300), window[0].Counts);
        Assert.Equal([9], window[1].Counts.Select((c, i) => (c, i)).Where(p => p.c >= 0).Select(p => p.i));
        Assert.Single(town.Database.Read(s => CountBook.Window(s, town.Stream("ili.clinic"), last.DayNumber - 299, last.DayNumber, [HealthTown.Wuchang])));
    }

    [Fact]
    public async Task Streams_brought_again_leave_no_trace_and_a_changed_one_is_amended()
    {
        await using var town = await HealthTown.Open(await Postgres());
        var (all, now) = (town.Database.Read(StreamBook.All), town.On(HealthTown.Today).Now);

        Assert.Equal(0, (await town.Database.WriteAsync(w => StreamBook.Put(w, all, now, Actor.System))).Value);
        Assert.Equal(1, (await town.Database.WriteAsync(w => StreamBook.Put(w, [all[0] with { Unit = "人次" }], now, Actor.System))).Value);
        await town.Count("ili.clinic", HealthTown.Hanyang, HealthTown.Today, 3);
        Assert.Equal("stream.rhythm", (await town.Database.WriteAsync(w => StreamBook.Put(w, [town.Stream("ili.clinic") with { Rhythm = CountRhythm.Week }], now, Actor.System))).Refusal?.Code);
        Assert.Equal(["made", "amended"], town.Database.Read(s => JournalBook.Of(s, HealthStream.Subject, all[0].Id)).Select(e => e.Act));
    }
}

/// <summary>On SQLite.</summary>
public sealed class CountBookOnSqliteTests : CountBookTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

/// <summary>On PostgreSQL.</summary>
public sealed class CountBookOnPostgresTests(PostgresServer server) : CountBookTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
