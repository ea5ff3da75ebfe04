using CityLoom.City.Indicators;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Health.Totals;
using CityLoom.Tests.City;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Health;

/// <summary>The months' totals of streams as indicators, and that nobody can take them apart.</summary>
public abstract class TotalsTests
{
    private static readonly DateOnly First = new(2026, 2, 1);

    private static readonly HealthStream Stream = new() { Code = "ili.clinic", Condition = "ili", Source = "clinic", Rhythm = CountRhythm.Day };

    protected abstract Task<string?> Postgres();

    [Fact]
    public async Task The_months_that_are_over_stand_among_the_indicators_and_a_correction_is_a_revision()
    {
        await using var town = await HealthTown.Open(await Postgres());
        var last = new DateOnly(2026, 2, 28);
        await town.Count("hfmd.clinic", HealthTown.Hanyang, last, [.. Enumerable.Repeat(10, 28)]);
        await town.Count("hfmd.clinic", HealthTown.Wuchang, last, [.. Enumerable.Repeat(20, 28)]);

        var first = await Publish(town);
        var again = await Publish(town);
        await town.Count("hfmd.clinic", HealthTown.Wuchang, last, 25);
        var corrected = await Publish(town);

        Assert.Equal((3, 0), (first.Added, first.Revised));
        Assert.Equal((0, 0, 3), (again.Added, again.Revised, again.Unchanged));
        Assert.Equal((0, 2), (corrected.Added, corrected.Revised));
        Assert.Equal(
            [("4201", 0, 840m), ("4201", 1, 845m), (HealthTown.Hanyang, 0, 280m), (HealthTown.Wuchang, 0, 560m), (HealthTown.Wuchang, 1, 565m)],
            town.Database.Read(s => ObservationBook.Of(s, IndicatorBook.Find(s, "health.hfmd.clinic")!.Id)).Select(o => (o.Territory, o.Observed.Revision, o.Observed.Value)));
    }

    [Fact]
    public void A_district_with_one_small_day_is_kept_back_and_so_is_the_city_from_which_it_could_be_reckoned()
    {
        var told = Told([10, 10, 3], [10, 20, 30]);

        Assert.Equal([(HealthTown.Wuchang, 60m)], told);
    }

    [Fact]
    public void Two_districts_that_hide_each_other_leave_the_city_its_total()
    {
        var told = Told([10, 10, 3], [10, 2, 30]);

        Assert.Equal([("4201", 65m)], told);
    }

    [Fact]
    public void The_smallest_district_that_hides_another_is_kept_back_too_so_that_the_city_has_its_total()
    {
        var told = Told([10, 10, 3], [10, 2, 3, 1], [30, 4, 2, 2]);

        Assert.Equal([("4201", 77m), (HealthTown.Huangpi, 38m)], told);
    }

    [Fact]
    public void What_is_no_person_is_told_whole() =>
        Assert.Equal([("4201", 4m), (HealthTown.Hanyang, 3m), (HealthTown.Wuchang, 1m)], Told(Stream with { Persons = false }, [3], [1]));

    [Fact]
    public void A_week_belongs_to_the_month_of_its_thursday()
    {
        var weekly = Stream with { Rhythm = CountRhythm.Week };
        var january = CountPeriod.Of(new DateOnly(2026, 1, 26), CountRhythm.Week); // 26 January to 1 February
        var series = new CountedSeries(HealthTown.Hanyang, january, [100, 7, 7, 7, 7, 50]);

        var february = PublishTotals.Of(weekly, Period.Of(First, Rhythm.Month), [series], DemoCity.Territories).Select(v => v.Value).Distinct();

        Assert.Equal([28m], february);
    }

    /// <summary>A reader who knows every count but the small ones tries all numbers that these could be.</summary>
    [Fact]
    public void No_small_count_can_be_reckoned_from_what_is_told()
    {
        var (random, toldInAll) = (new Random(4), 0);
        for (var round = 0; round < 3000; round++)
        {
            int[][] counts = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 2).Select(_ => random.Next(0, 9)).ToArray())];
            var told = Told(counts);
            toldInAll += told.Count;
            Assert.DoesNotContain(told, t => t.Value is > 0 and < SmallCounts.Least);

            var possible = Possible(counts, told);

            for (var hidden = 0; hidden < possible[0].Length; hidden++)
            {
                Assert.True(possible.Select(p => p[hidden]).Distinct().Count() > 1, $"{string.Join(" | ", counts.Select(c => string.Join(' ', c)))} tells a small count");
            }
        }

        Assert.InRange(toldInAll, 1000, 12000);
    }

    private static readonly string[] Places = [HealthTown.Hanyang, HealthTown.Wuchang, HealthTown.Huangpi];

    private static List<(string Territory, decimal Value)> Told(params int[][] counts) => Told(Stream, counts);

    private static List<(string Territory, decimal Value)> Told(HealthStream stream, params int[][] counts) => [.. PublishTotals.Of(
            stream, Period.Of(First, Rhythm.Month), counts.Select((c, i) => new CountedSeries(Places[i], First.DayNumber, c)), DemoCity.Territories)
        .Select(v => (v.Territory, v.Value)).Order()];

    /// <summary>Every way in which the small counts could be filled in so that all that is told comes out.</summary>
    private static List<int[]> Possible(int[][] counts, List<(string Territory, decimal Value)> told)
    {
        (int Place, int Day)[] hidden = [.. counts.SelectMany((c, place) => c.Select((n, day) => (n, place, day))).Where(c => c.n is > 0 and < SmallCounts.Least).Select(c => (c.place, c.day))];
        var found = new List<int[]>();
        for (var code = 0; code < Math.Pow(4, hidden.Length); code++)
        {
            int[][] guess = [.. counts.Select(c => (int[])c.Clone())];
            int[] values = [.. hidden.Select((_, i) => 1 + (code >> (2 * i) & 3))];
            for (var i = 0; i < hidden.Length; i++)
            {
                guess[hidden[i].Place][hidden[i].Day] = values[i];
            }

            if (told.TrueForAll(t => t.Value == (t.Territory == "4201" ? guess.Sum(c => c.Sum()) : guess[Array.IndexOf(Places, t.Territory)].Sum())))
            {
                found.Add(values);
            }
        }

        return found;
    }

    private static Task<ObservationCounts> Publish(HealthTown town) => town.Database.WriteAsync(w => PublishTotals.Run(w, town.On(HealthTown.Today)));
}

/// <summary>On SQLite.</summary>
public sealed class TotalsOnSqliteTests : TotalsTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

/// <summary>On PostgreSQL.</summary>
public sealed class TotalsOnPostgresTests(PostgresServer server) : TotalsTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
