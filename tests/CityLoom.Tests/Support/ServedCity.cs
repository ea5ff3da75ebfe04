using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Trees;
using CityLoom.Directives;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.City;
using CityLoom.Tests.City.Calendar;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Support;

/// <summary>
/// One running city for all tests of a database: the demo's trees and calendar, an account for every role at city hall and a handler in
/// a street, and nothing else. Tests find what they made by words of their own.
/// </summary>
public abstract class ServedCity : IAsyncLifetime
{
    public const string Hall = "4201.zf";
    public const string Desk = "4201.dcs";
    public const string Street = "420102002.jd";
    public const string Password = "weave the city";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _keys = [];

    public RunningCity City { get; private set; } = null!;

    public StorageOptions Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var postgres = await Postgres();
        Store = new StorageOptions { Folder = _folder.Path, Postgres = postgres };
        await Fill();
        City = await RunningCity.Start(new Serving(postgres, _folder.Path, Empty: true));
    }

    public async ValueTask DisposeAsync()
    {
        await City.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A client signed in by the key of an account: the name of a role at city hall, or <c>street</c>, <c>desk</c>; null for a visitor.</summary>
    public Caller As(string? account) => new(City.Client(), account is null ? null : _keys[account]);

    /// <summary>A person at a browser: cookies are kept, from an address of its own so that nobody shares its limits.</summary>
    public Browser Open(string from = "127.0.0.1") => new(City.Address, from);

    /// <summary>Connection string of a new database; null for SQLite.</summary>
    protected abstract Task<string?> Postgres();

    private async Task Fill()
    {
        await using var database = Store.Open();
        await Migrations.ApplyAsync(database, [new KernelModule(), new CityModule(), new DirectivesModule()], TimeProvider.System);
        var trees = new CityTrees(DemoCity.Territories, [], DemoCity.Categories, DemoCity.Organizations);
        await database.WriteAsync(w =>
        {
            var now = TimeProvider.System.GetUtcNow();
            CityTreesBook.Replace(w, trees, now, Actor.System);
            CalendarBook.Import(w, Wuhan.Calendar.Exceptions, now, Actor.System);
            foreach (var role in Enum.GetValues<Role>())
            {
                Hire(w, now, role.ToString().ToLowerInvariant(), role, Hall);
            }

            Hire(w, now, "second", Role.Supervisor, Hall);
            Hire(w, now, "desk", Role.Supervisor, Desk);
            Hire(w, now, "street", Role.Handler, Street);
            return 0;
        });
    }

    private void Hire(Writing writing, DateTimeOffset now, string name, Role role, string organization)
    {
        _ = AccountBook.Add(writing, now, Actor.System, name, name, Password, [new Grant { Role = role, Organization = organization }]).Value;
        _keys[name] = AccountBook.AddKey(writing, now, Actor.System, name, "test").Value;
    }
}

/// <summary>The city whose data lie in a SQLite file.</summary>
public sealed class SqliteCity : ServedCity
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

/// <summary>The city whose data lie in PostgreSQL.</summary>
public sealed class PostgresCity(PostgresServer server) : ServedCity
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}

/// <summary>Test classes over HTTP on SQLite; they come one after the other and share a city.</summary>
[CollectionDefinition(Name)]
public sealed class OnSqlite : ICollectionFixture<SqliteCity>
{
    public const string Name = "a city on SQLite";
}

/// <summary>The same on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostgres : ICollectionFixture<PostgresCity>
{
    public const string Name = "a city on PostgreSQL";
}
