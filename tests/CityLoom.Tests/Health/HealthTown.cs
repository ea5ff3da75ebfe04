using System.Text.Json;
using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Indicators;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Health;
using CityLoom.Health.Counts;
using CityLoom.Health.Plans;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Warnings;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.City;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Health;

/// <summary>A database with the demo's trees and streams and a clock that stands where a test puts it; what the health net does, without a server in between.</summary>
internal sealed class HealthTown : IAsyncDisposable
{
    public const string Hanyang = "420105";
    public const string Wuchang = "420106";
    public const string Huangpi = "420116";

    /// <summary>A Monday.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    private readonly TemporaryFolder _folder = new();
    private readonly CheckpointKey _key;
    private readonly CityContext _city;

    private HealthTown(string? postgres)
    {
        Database = new StorageOptions { Folder = _folder.Path, Postgres = postgres }.Open();
        _key = CheckpointKey.Open(_folder.Path);
        var clock = new CityClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        Migrations.ApplyAsync(Database, [new KernelModule(), new CityModule(), new HealthModule()], TimeProvider.System).GetAwaiter().GetResult();
        using var outlines = DemoCity.Open("territory/districts.wgs84.geojson");
        var boundaries = BoundaryImport.Read("districts", outlines.BaseStream, Datum.Wgs84, DemoCity.Territories).AsOutcome().Value;
        Database.WriteAsync(w =>
        {
            CityTreesBook.Replace(w, new CityTrees(DemoCity.Territories, boundaries, DemoCity.Categories, DemoCity.Organizations), TimeProvider.System.GetUtcNow(), Actor.System);
            using var days = DemoCity.Open("calendar/workdays-2018-2026.csv");
            CalendarBook.Import(w, CalendarFile.Read(days).Exceptions, TimeProvider.System.GetUtcNow(), Actor.System);
            using var streams = DemoCity.Open("health/streams.csv");
            return StreamBook.Put(w, StreamFile.Read("streams.csv", streams).AsOutcome().Value, TimeProvider.System.GetUtcNow(), Actor.System).Value;
        }).GetAwaiter().GetResult();
        _city = new CityContext(clock, new CityTreesBook(Database, TimeProvider.System), new CalendarBook(Database, clock));
    }

    public Database Database { get; }

    public static SignedIn Epidemiologist { get; } = new(7, "市疾控中心", [new Grant { Role = Role.Epidemiologist, Organization = "4201.jkzx" }]);

    public static SignedIn Supervisor { get; } = new(8, "市督查室", [new Grant { Role = Role.Supervisor, Organization = "4201.zf" }]);

    public static Task<HealthTown> Open(string? postgres) => Task.Run(() => new HealthTown(postgres));

    /// <summary>The city in the evening of a day, or at another hour.</summary>
    public CityContext On(DateOnly day, int hour = 20) => _city.At(_city.Clock.Instant(day.ToDateTime(new TimeOnly(hour, 0))));

    public HealthStream Stream(string code) => Database.Read(s => StreamBook.Find(s, code))!;

    /// <summary>Enters counts of a stream for consecutive days up to the last.</summary>
    public Task<ObservationCounts> Count(string stream, string place, DateOnly last, params int[] counts) => Database.WriteAsync(w => ReportCounts.Record(
        w, [.. counts.Select((c, i) => new NewCount(stream, place, last.DayNumber - counts.Length + 1 + i, c))], On(Today).Now, Actor.System));

    /// <summary>Quiet counts of the daily streams of a condition at all districts for so many days, from a seed.</summary>
    public async Task Quiet(string condition, DateOnly last, int days, int seed = 1, double mean = 20)
    {
        var random = new Random(seed);
        foreach (var stream in Database.Read(StreamBook.All).Where(s => s.Condition == condition && s.Rhythm == CountRhythm.Day))
        {
            foreach (var district in DemoCity.Territories.OfLevel(TerritoryLevel.District))
            {
                await Count(stream.Code, district.Code, last, [.. Enumerable.Range(0, days).Select(_ => (int)Math.Round(mean + 4 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)))]);
            }
        }
    }

    public Task<Outcome<SweepResult>> Sweep(DateOnly day, int hour = 20) => new RunSweep(Database, On(day, hour), new TerritoryNeighbours()).RunAsync(day);

    public List<HealthWarning> Warnings() => Database.Read(s => WarningBook.List(s, new WarningFilter(), 0, 100).Page);

    public Task<Outcome<HealthWarning>> Act(long warning, WarningAct act, DateOnly? day = null, int hour = 20, SignedIn? by = null, TriageRequest? more = null) => Database.WriteAsync(w =>
        TriageWarning.Run(w, warning, (more ?? new TriageRequest()) with { Act = act, Reason = more?.Reason ?? "已电话核对" }, by ?? Epidemiologist, On(day ?? Today, hour)));

    public Task<Outcome<bool>> Plan() => Database.WriteAsync(w => FollowPlan.Put(
        w, JsonSerializer.Deserialize<ResponsePlan>(File.ReadAllText(Path.Combine(Repository.Root, "demo", "health", "response-plan.json")), JournalBook.Json)!, On(Today), Actor.System));

    public List<Matter> Matters(long warning) => Database.Read(s =>
        MatterBook.FindAll(s, s.Rows<long>("select id from matters where source = 'health-warning' and source_id = @warning", new { warning })).Values.OrderBy(m => m.Id).ToList());

    public JournalVerdict Verify() => Database.Read(s => JournalVerifier.Verify(s, _key, [MatterBook.Verifier, .. HealthModule.Kept]));

    /// <summary>All that the net keeps, as text.</summary>
    public string Everything() => Database.Read(s => string.Join('\n', new[] { "health_warnings", "health_sweeps", "health_plan_matters", "health_counts", "health_revisions", "journal", "matters" }
        .SelectMany(t => s.Rows<object>($"select * from {t} order by 1, 2, 3").Select(r => JsonSerializer.Serialize(r)))));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _key.Dispose();
        _folder.Dispose();
    }
}
