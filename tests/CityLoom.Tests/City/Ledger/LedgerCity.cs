using System.Net.Http.Json;
using System.Text.Json;
using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Indicators;
using CityLoom.City.Trees;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City.Ledger;

/// <summary>A served city with the demo's trees, calendar, indicators and a few posts, but no matters; made once for a class of tests.</summary>
public abstract class LedgerCity : IAsyncLifetime
{
    /// <summary>The password of every post.</summary>
    public const string Password = "weave the city";

    private static readonly (string Name, Role Role, string Organization)[] Posts =
    [
        ("desk", Role.Supervisor, "4201.zf"), ("street", Role.Handler, "420102002.jd"), ("keeper", Role.Administrator, "4201.zf"),
        ("district-keeper", Role.Administrator, "420102.zf"), ("auditor", Role.Auditor, "4201.zf"),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _keys = [];
    private RunningCity? _city;

    /// <summary>Where it is served.</summary>
    public Uri Site => _city!.Address;

    /// <summary>The options that say to a verb which store is meant.</summary>
    public string[] Store => _city!.Store;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var connection = await Postgres();
        await using (var database = new StorageOptions { Folder = _folder.Path, Postgres = connection }.Open())
        {
            await Migrations.ApplyAsync(database, [new KernelModule(), new CityModule()], TimeProvider.System);
            await database.WriteAsync(Fill);
        }

        _city = await RunningCity.Start(new Serving(connection, _folder.Path, Empty: true));
    }

    /// <summary>A program that is signed in as a post.</summary>
    public HttpClient As(string post)
    {
        var client = _city!.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", _keys[post]);
        return client;
    }

    /// <summary>Somebody at a browser, signed in as a post.</summary>
    public async Task<Visitor> Visit(string post)
    {
        var visitor = new Visitor(Site);
        await visitor.SignIn(post, Password);
        return visitor;
    }

    /// <summary>Makes a hazard at a street and brings it as far as asked; returns its identity.</summary>
    public async Task<long> Hazard(string title, string? until = "close", bool confidential = false)
    {
        using var desk = As("desk");
        using var street = As("street");
        var made = await Read(await desk.PostAsJsonAsync("/api/matters", new { kind = "hazard", title, words = title, territory = "420102002", term = "days:5", confidential }));
        var id = made.GetProperty("id").GetInt64();
        foreach (var (who, act) in new[] { (desk, "register"), (desk, "dispatch"), (street, "sign"), (street, "start"), (street, "resolve"), (desk, "check"), (desk, "close") })
        {
            await Read(await who.PostAsJsonAsync($"/api/matters/{id}/acts", new { act, organization = act == "dispatch" ? "420102002.jd" : null, reason = act == "resolve" ? "已处置" : null }));
            if (act == until)
            {
                break;
            }
        }

        return id;
    }

    /// <summary>What was answered, as JSON; fails with the words of whatever was refused.</summary>
    public static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await (_city?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }

    /// <summary>Connection string of a new database; null for SQLite.</summary>
    protected abstract Task<string?> Postgres();

    private int Fill(Writing writing)
    {
        var now = TimeProvider.System.GetUtcNow();
        CityTreesBook.Replace(writing, new CityTrees(DemoCity.Territories, [], DemoCity.Categories, DemoCity.Organizations), now, Actor.System);
        using var notices = DemoCity.Open("calendar/workdays-2018-2026.csv");
        CalendarBook.Import(writing, CalendarFile.Read(notices).Exceptions.Where(e => e.Date.Year < 2026), now, Actor.System);
        var indicators = IndicatorImport.Read("indicators.csv", DemoCity.Open("indicators.csv"), DemoCity.Categories).AsOutcome().Value;
        var known = indicators.ToDictionary(i => i.Code);
        ImportIndicators.Run(
            writing, new IndicatorFiles(indicators, TargetImport.Read("targets.csv", DemoCity.Open("targets.csv"), known, DemoCity.Territories).AsOutcome().Value, null), now, Actor.System);
        foreach (var (name, role, organization) in Posts)
        {
            _ = AccountBook.Add(writing, now, Actor.System, name, name, Password, [new Grant { Role = role, Organization = organization }]).Value;
            _keys[name] = AccountBook.AddKey(writing, now, Actor.System, name, "test").Value;
        }

        return Posts.Length;
    }
}

/// <summary>The city on SQLite.</summary>
public sealed class LedgerCityOnSqlite : LedgerCity
{
    /// <inheritdoc/>
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

/// <summary>The city on PostgreSQL.</summary>
public sealed class LedgerCityOnPostgres(PostgresServer server) : LedgerCity
{
    /// <inheritdoc/>
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
