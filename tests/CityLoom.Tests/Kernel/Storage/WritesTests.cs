using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Kernel.Storage;

/// <summary>Writes that share a commit do not share their fate.</summary>
public abstract class WritesTests : IAsyncLifetime
{
    private static readonly Refusal No = new("test.no", "", "");
    private TownDatabase _town = null!;

    public async ValueTask InitializeAsync() => _town = await TownDatabase.Open(await Postgres());

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_refused_or_failing_write_undoes_only_itself()
    {
        var writes = Enumerable.Range(0, 300).Select(i => _town.Database.WriteAsync<Outcome<int>>(w =>
        {
            w.Execute("insert into settings (name, value) values (@name, 'x')", new { name = $"row {i}" });
            return (i % 3) switch { 0 => i, 1 => No, _ => throw new InvalidOperationException("a bug") };
        })).ToList();
        await Task.WhenAll(writes.Select(w => w.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.All(writes.Where((_, i) => i % 3 == 2), w => Assert.IsType<InvalidOperationException>(w.Exception!.InnerException));
        Assert.Equal(
            Enumerable.Range(0, 300).Where(i => i % 3 == 0).Select(i => $"row {i}").Order(StringComparer.Ordinal),
            _town.Database.Read(s => s.Rows<string>("select name from settings")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_statement_that_fails_does_not_take_the_next_write_with_it()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _town.Database.WriteAsync(w => w.Execute("insert into nowhere values (1)")));

        Assert.Equal(1, await _town.Database.WriteAsync(w => w.Execute("insert into settings (name, value) values ('after', 'x')")));
    }

    [Fact]
    public async Task A_read_sees_what_was_acknowledged_before_it()
    {
        for (var i = 0; i < 50; i++)
        {
            await _town.Database.WriteAsync(w => w.Execute("insert into settings (name, value) values (@name, 'x')", new { name = $"n{i}" }));
            Assert.Equal(i + 1, await _town.Database.ReadAsync(s => s.Value<int>("select count(*) from settings")));
        }
    }

    /// <summary>Connection string of a new database; null for SQLite.</summary>
    protected abstract Task<string?> Postgres();
}

public sealed class WritesOnSqliteTests : WritesTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class WritesOnPostgresTests(PostgresServer server) : WritesTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
