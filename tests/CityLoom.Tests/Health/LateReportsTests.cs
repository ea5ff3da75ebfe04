using CityLoom.Detection.Essence;
using CityLoom.Detection.Nowcast;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Warnings;
using CityLoom.Kernel.Journal;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Health;

/// <summary>Reports that come in for days are not read as a fall, and do not hide an outbreak until they are all in.</summary>
public abstract class LateReportsTests
{
    private const string Stream = "hfmd.clinic";
    private const int Days = 90;

    /// <summary>The share of a day's cases that is in after so many days.</summary>
    private static readonly double[] In = [0.5, 0.75, 1];

    [Fact]
    public async Task What_the_last_days_will_come_to_is_told_with_the_share_that_is_in()
    {
        await using var town = await HealthTown.Open(await Postgres());
        await Report(town, late: true, (_, _) => 40);

        var late = Chart(town).Points.Where(p => p.Late is not null).Select(p => p.Late!).ToList();

        Assert.Equal([HealthTown.Today.AddDays(-1), HealthTown.Today], late.Select(l => l.Day));
        Assert.Equal([0.75, 0.5], late.Select(l => Math.Round(l.KnownShare, 6)));
        Assert.All(late, l => Assert.Equal(40, l.Estimate, 6));
        Assert.All(Chart(town).Points.TakeLast(2), p => Assert.True(p.PValue > 0.2 && !p.Alarm));
    }

    [Fact]
    public async Task An_outbreak_is_called_while_half_of_its_cases_are_still_unreported()
    {
        await using var town = await HealthTown.Open(await Postgres());
        await Report(town, late: true, (place, day) => place == HealthTown.Wuchang && day == HealthTown.Today ? 88 : 40 + (4 * (day.DayNumber % 3)));
        Assert.True((await town.Sweep(HealthTown.Today)).Refusal is null);

        var warning = Assert.Single(town.Warnings());
        var signal = warning.Memory.Strongest.Contributions[0].Signal;
        Assert.Equal(HealthTown.Wuchang, warning.Territory);
        Assert.Equal((0.5, 44, 88), (signal.KnownShare, signal.Observed, signal.Estimate));
        Assert.True(signal.Observed < signal.Threshold, "read as it stands, it is no alarm");
        Assert.Empty(town.Verify().Faults);
    }

    [Fact]
    public async Task A_stream_without_the_habit_is_taken_as_it_is()
    {
        await using var town = await HealthTown.Open(await Postgres());
        await Report(town, late: false, (_, _) => 40);
        await town.Count(Stream, HealthTown.Wuchang, HealthTown.Today.AddDays(-20), 55);

        Assert.All(Chart(town).Points, p => Assert.Null(p.Late));
        Assert.Null(town.Database.Read(s => ReportDelays.Of(s, town.Stream(Stream), town.On(HealthTown.Today).Clock)));
    }

    [Fact]
    public async Task The_same_evening_again_changes_nothing()
    {
        await using var town = await HealthTown.Open(await Postgres());
        await Report(town, late: true, (place, day) => place == HealthTown.Wuchang && day >= HealthTown.Today.AddDays(-1) ? 80 : 40 + (4 * (day.DayNumber % 3)));
        await town.Sweep(HealthTown.Today);
        var before = town.Everything();

        await town.Sweep(HealthTown.Today);

        Assert.Equal(before, town.Everything());
    }

    [Fact]
    public void Quiet_days_that_are_partly_in_alarm_no_more_often_than_whole_ones()
    {
        const int series = 4_000;
        const double mean = 20;
        var random = new Random(11);
        var stream = new HealthStream { Code = "x", Rhythm = CountRhythm.Day };
        var today = HealthTown.Today;
        var delays = ReportDelays.From(
            DelayDistribution.Estimate([.. Enumerable.Range(3, 60).SelectMany(ago => In.Select((share, i) => new DelayedCount(today.AddDays(-ago), i, (int)(1_000 * (share - (i == 0 ? 0 : In[i - 1])))))),], today, 14),
            today, CountRhythm.Day);
        var judge = new SeriesJudge(0.001, DayPattern.Plain);
        var (partly, whole, unaware) = (0, 0, 0);
        for (var i = 0; i < series; i++)
        {
            var counts = Enumerable.Range(0, Days).Select(_ => Poisson(random, mean)).ToArray();
            var known = (int[])counts.Clone();
            (known[^1], known[^2]) = (Thinned(random, counts[^1], In[0]), Thinned(random, counts[^2], In[1]));
            whole += Low(judge.Judge(stream, new CountedSeries("x", today.DayNumber - Days + 1, counts), 1));
            partly += Low(judge.Judge(stream, new CountedSeries("x", today.DayNumber - Days + 1, known), 1, delays));
            unaware += Low(judge.Judge(stream, new CountedSeries("x", today.DayNumber - Days + 1, known), 1));
        }

        Assert.InRange(partly, 0.5 * whole, 1.25 * whole);
        Assert.True(unaware < 0.05 * whole, $"read as they stand, {unaware} of {whole} are left");
    }

    /// <summary>Connection string of a new database; null for SQLite.</summary>
    protected abstract Task<string?> Postgres();

    /// <summary>Counts of three districts, day by day as they come in; all at once where they do not come late.</summary>
    private static async Task Report(HealthTown town, bool late, Func<string, DateOnly, int> counts)
    {
        string[] places = [HealthTown.Wuchang, HealthTown.Hanyang, HealthTown.Huangpi];
        var stream = town.Stream(Stream);
        for (var evening = HealthTown.Today.AddDays(-Days); evening <= HealthTown.Today; evening = evening.AddDays(1))
        {
            var told = from place in places
                       from ago in Enumerable.Range(0, late ? In.Length : 1)
                       let day = evening.AddDays(-ago)
                       select new NewCount(Stream, place, day.DayNumber, late ? (int)Math.Round(counts(place, day) * In[ago]) : counts(place, day));
            await town.Database.WriteAsync(w => CountBook.Record(w, stream, [.. told], town.On(evening).Now, Actor.System));
        }
    }

    private static SeriesChart Chart(HealthTown town) => town.Database.Read(s =>
        ChartSeries.Of(s, town.Stream(Stream), [HealthTown.Wuchang], HealthTown.Today, 30, new SweepSettings(), town.On(HealthTown.Today).Clock))[0];

    private static int Low(JudgedSeries judged) => judged.Findings[^1].PValue < 0.02 ? 1 : 0;

    private static int Thinned(Random random, int count, double share) => Enumerable.Range(0, count).Count(_ => random.NextDouble() < share);

    private static int Poisson(Random random, double mean)
    {
        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-mean));
        for (; product > limit; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}

public sealed class LateReportsOnSqliteTests : LateReportsTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class LateReportsOnPostgresTests(PostgresServer server) : LateReportsTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
