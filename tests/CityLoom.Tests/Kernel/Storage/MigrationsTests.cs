using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Kernel.Storage;

/// <summary>The schema is brought up to date once, whoever starts first.</summary>
public abstract class MigrationsTests
{
    [Fact]
    public async Task Two_nodes_that_start_at_once_apply_each_script_once()
    {
        using var folder = new TemporaryFolder();
        var store = new StorageOptions { Folder = folder.Path, Postgres = await Postgres() };
        Assert.False(store.HoldsCity());

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Apply(store))));

        var expected = TownDatabase.Modules.SelectMany(Migration.Of).Select(m => (m.Module, m.Number)).ToList();
        Assert.Equal(expected.Order(), applied.SelectMany(a => a).Select(m => (m.Module, m.Number)).Order());
        Assert.Empty(await Apply(store));
        Assert.True(store.HoldsCity());
    }

    [Fact]
    public async Task A_script_that_was_changed_after_it_ran_stops_the_start()
    {
        using var folder = new TemporaryFolder();
        var store = new StorageOptions { Folder = folder.Path, Postgres = await Postgres() };
        await Apply(store);
        await Change(store, "update schema_versions set fingerprint = 'other' where module = 'city' and number = 1");

        var stopped = await Assert.ThrowsAsync<InvalidDataException>(() => Apply(store));

        Assert.Contains("city 0001", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_was_answered_before_an_update_is_still_the_same_one_after_it()
    {
        using var folder = new TemporaryFolder();
        await using var database = new StorageOptions { Folder = folder.Path, Postgres = await Postgres() }.Open();
        await Migrations.ApplyAsync(database, [], TimeProvider.System);
        await database.WriteAsync(w => Before(w, TownDatabase.Modules[0], upTo: 2));
        Assert.Equal((7L, true), await database.WriteAsync(w => Sent(w, 7)));

        await Migrations.ApplyAsync(database, [TownDatabase.Modules[0]], TimeProvider.System);

        Assert.Equal((7L, false), await database.WriteAsync(w => Sent(w, 8)));
    }

    [Fact]
    public async Task A_database_made_by_a_newer_program_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var store = new StorageOptions { Folder = folder.Path, Postgres = await Postgres() };
        await Apply(store);
        await Change(store, "insert into schema_versions (module, number, title, fingerprint, applied_at) values ('city', 900, 'ahead', '', 0)");

        var stopped = await Assert.ThrowsAsync<InvalidDataException>(() => Apply(store));

        Assert.Contains("city 0900", stopped.Message, StringComparison.Ordinal);
    }

    /// <summary>Connection string of a new database; null for SQLite.</summary>
    protected abstract Task<string?> Postgres();

    private static async Task<IReadOnlyList<Migration>> Apply(StorageOptions store)
    {
        await using var database = store.Open();
        return await Migrations.ApplyAsync(database, TownDatabase.Modules, TimeProvider.System);
    }

    /// <summary>The schema of a module as an earlier program left it.</summary>
    private static int Before(Writing writing, Module module, int upTo)
    {
        foreach (var migration in Migration.Of(module).Where(m => m.Number <= upTo))
        {
            writing.Execute(migration.For(writing.Dialect));
            writing.Execute("insert into schema_versions (module, number, title, fingerprint, applied_at) values (@Module, @Number, @Title, @Fingerprint, 0)", migration);
        }

        return upTo;
    }

    private static (long, bool) Sent(Writing writing, long subject) =>
        Receipts.Once(writing, "key", 1, "request", DateTimeOffset.UnixEpoch, () => subject).Is(out var done, out _) ? done : default;

    private static async Task Change(StorageOptions store, string sql)
    {
        await using var database = store.Open();
        await database.WriteAsync(w => w.Execute(sql));
    }
}

public sealed class MigrationsOnSqliteTests : MigrationsTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class MigrationsOnPostgresTests(PostgresServer server) : MigrationsTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
