using CityLoom.City;
using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City.Trees;

/// <summary>The trees stored and read again, the same on both databases.</summary>
public abstract class ImportTreesTests : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private Database _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = new StorageOptions { Folder = _folder.Path, Postgres = await Postgres() }.Open();
        await Migrations.ApplyAsync(_database, [new KernelModule(), new CityModule()], TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_demo_city_comes_back_as_it_went_in()
    {
        await ImportDemo();

        var read = _database.Read(CityTreesBook.Load);

        Assert.Equal(DemoCity.Territories.All, read.Territories.All);
        Assert.Equal(DemoCity.Organizations.All.Select(Written), read.Organizations.All.Select(Written));
        Assert.Equal(DemoCity.Categories.All.Select(c => c.Code), read.Categories.All.Select(c => c.Code));
        Assert.Equal(Outlines().Select(b => (b.Code, b.Shape.AsText())), read.Map.Boundaries.OrderBy(b => b.Code, StringComparer.Ordinal).Select(b => (b.Code, b.Shape.AsText())));
        Assert.Equal("420106", read.Map.At(new GeoPoint(114.3047, 30.5450))!.Code);
    }

    [Fact]
    public async Task A_running_node_sees_within_seconds_what_another_one_imported()
    {
        var time = new TurnedClock();
        var book = new CityTreesBook(_database, time);
        Assert.Empty(book.Present.Territories.All);

        await ImportDemo();
        time.Turn(TimeSpan.FromSeconds(6));

        var seen = book.Present;
        Assert.Equal(3_702, seen.Territories.All.Count);
        time.Turn(TimeSpan.FromSeconds(6));
        Assert.Same(seen, book.Present);
    }

    [Fact]
    public async Task Territories_that_organizations_work_in_cannot_go()
    {
        await ImportDemo();
        var smaller = new TerritoryTree([.. DemoCity.Territories.All.Where(t => !DemoCity.Territories.Within(t.Code, "420117"))]);

        var outcome = await Write(w => ImportTrees.Territories(w, smaller, null, At, Actor.System));

        Assert.Equal("territory.in-use", outcome.Refusal!.Code);
        Assert.Contains("420117", outcome.Refusal.Words, StringComparison.Ordinal);
        Assert.Equal(3_702, _database.Read(CityTreesBook.Load).Territories.All.Count);
    }

    [Fact]
    public async Task Outlines_stay_when_only_divisions_are_imported()
    {
        await ImportDemo();
        var renamed = new TerritoryTree([.. DemoCity.Territories.All.Select(t => t.Code == "420117" ? t with { Name = "新新洲区" } : t)]);

        var trees = (await Write(w => ImportTrees.Territories(w, renamed, null, At, Actor.System))).Value;

        Assert.Equal(13, trees.Map.Boundaries.Count);
        Assert.Equal("新新洲区", _database.Read(CityTreesBook.Load).Map.At(new GeoPoint(114.79, 30.84))!.Name);
    }

    [Fact]
    public async Task Every_import_stands_in_the_journal()
    {
        await ImportDemo();

        Assert.Equal(2, _database.Read(s => JournalBook.Of(s, "trees", 1)).Count);
    }

    /// <summary>Connection string of a new database; null for SQLite.</summary>
    protected abstract Task<string?> Postgres();

    private async Task ImportDemo()
    {
        Assert.Null((await Write(w => ImportTrees.Territories(w, DemoCity.Territories, Outlines(), At, Actor.System))).Refusal);
        Assert.Null((await Write(w => ImportTrees.Organizations(w, DemoCity.Categories, DemoCity.Organizations, At, Actor.System))).Refusal);
    }

    private Task<Outcome<CityTrees>> Write(Func<Writing, Outcome<CityTrees>> write) => _database.WriteAsync(write);

    private static TerritoryBoundary[] Outlines()
    {
        using var file = DemoCity.Open("territory/districts.wgs84.geojson");
        return [.. BoundaryImport.Read("districts.wgs84.geojson", file.BaseStream, Datum.Wgs84, DemoCity.Territories).AsOutcome().Value.OrderBy(b => b.Code, StringComparer.Ordinal)];
    }

    private static string Written(Organization o) =>
        string.Join('|', o.Code, o.Name, o.ShortName, o.EnglishName, o.ParentCode, o.TerritoryCode, o.Kind, string.Join(';', o.Categories), string.Join(';', o.Aliases));

    private sealed class TurnedClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Turn(TimeSpan by) => _ticks += by.Ticks;

        public override long GetTimestamp() => _ticks;
    }
}

public sealed class ImportTreesOnSqliteTests : ImportTreesTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class ImportTreesOnPostgresTests(PostgresServer server) : ImportTreesTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
