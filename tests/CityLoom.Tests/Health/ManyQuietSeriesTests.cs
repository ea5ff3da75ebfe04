using System.Globalization;
using System.Text;
using CityLoom.City.Territories;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Kernel.Journal;
using CityLoom.Tests.City;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Health;

/// <summary>
/// Thousands of series in which nothing happens, brought in as a file and swept for a week: each day some sixty have a p-value below one in fifty by themselves, half again as many as should, and the rate of
/// false discoveries keeps nearly all of them back; what is put in beside them is found all the same.
/// </summary>
public abstract class ManyQuietSeriesTests
{
    private const string Stream = "hfmd.clinic";
    private const int Days = 60;
    private const int Week = 7;
    private const double Mean = 8;

    [Fact]
    public async Task Of_thousands_of_quiet_series_hardly_any_is_raised_and_an_outbreak_among_them_is()
    {
        await using var town = await HealthTown.Open(await Postgres());
        var places = DemoCity.Territories.OfLevel(TerritoryLevel.Community).Take(2_000).Select(t => t.Code).ToList();
        await Import(town, places);

        var (raised, remarkable, judged) = (0, 0, 0);
        for (var day = HealthTown.Today.AddDays(-Week); day < HealthTown.Today; day = day.AddDays(1))
        {
            var swept = (await town.Sweep(day)).Value;
            (raised, judged) = (raised + swept.Raised, judged + swept.Judged);
            remarkable += town.Database.Read(s => Remarkable(s, town, day, places));
        }

        Assert.Equal(Week * places.Count, judged);
        Assert.InRange(remarkable, 0.015 * judged, 0.04 * judged);
        Assert.InRange(raised, 0, 3);

        await town.Count(Stream, places[77], HealthTown.Today, 40);
        await town.Sweep(HealthTown.Today);
        Assert.Contains(town.Warnings(), w => w.Territory == places[77]);
    }

    /// <summary>Connection string of a new database; null for SQLite.</summary>
    protected abstract Task<string?> Postgres();

    private static async Task Import(HealthTown town, List<string> places)
    {
        var random = new Random(20_260_301);
        var text = new StringBuilder("stream,territory_code,period,count\n");
        foreach (var place in places)
        {
            for (var day = HealthTown.Today.AddDays(-Days); day < HealthTown.Today; day = day.AddDays(1))
            {
                text.Append(CultureInfo.InvariantCulture, $"{Stream},{place},{day:yyyy-MM-dd},{Poisson(random)}\n");
            }
        }

        var counts = CountFile.Read("counts.csv", new StringReader(text.ToString()), new Dictionary<string, HealthStream> { [Stream] = town.Stream(Stream) }, DemoCity.Territories, HealthTown.Today)
            .AsOutcome().Value;
        await town.Database.WriteAsync(w => ReportCounts.Record(w, counts, town.On(HealthTown.Today.AddDays(-Week - 1)).Now, Actor.System));
    }

    /// <summary>How many series lie below one in fifty by themselves.</summary>
    private static int Remarkable(CityLoom.Kernel.Storage.Session session, HealthTown town, DateOnly day, List<string> places) =>
        ChartSeries.Of(session, town.Stream(Stream), places, day, 2, new SweepSettings(), town.On(day).Clock).Count(c => c.Points[^1].PValue < 0.02);

    private static int Poisson(Random random)
    {
        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-Mean));
        for (; product > limit; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}

public sealed class ManyQuietSeriesOnSqliteTests : ManyQuietSeriesTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class ManyQuietSeriesOnPostgresTests(PostgresServer server) : ManyQuietSeriesTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
