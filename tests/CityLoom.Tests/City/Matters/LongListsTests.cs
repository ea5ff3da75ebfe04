using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City.Matters;

/// <summary>A list that is longer than anybody counts is not counted each time, and yet never said to be longer than it is.</summary>
public abstract class LongListsTests : IAsyncLifetime
{
    private readonly LongLists _lists = new(shown: 5, beyond: 4, holds: 3);
    private TownDatabase _town = null!;

    public async ValueTask InitializeAsync() => _town = await TownDatabase.Open(await Postgres());

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_count_is_right_after_each_change_however_many_leave_the_list()
    {
        var made = new List<Matter>();
        for (var i = 1; i <= 12; i++)
        {
            made.Add(await _town.Create(new NewMatter { Kind = "hazard", Title = $"隐患{i}", Organization = SmallTown.Hall }));
            Assert.Equal(Math.Min(i, 5), Count());
        }

        for (var left = 11; left >= 0; left--)
        {
            _ = (await _town.Try(made[left].Id, SmallTown.Hall, new ActRequest { Act = Act.Void, Reason = "误报" })).Value;
            Assert.Equal(Math.Min(left, 5), Count());
        }
    }

    [Fact]
    public async Task A_list_that_time_alone_makes_shorter_is_counted_each_time()
    {
        for (var i = 0; i < 12; i++)
        {
            await _town.Create(new NewMatter { Kind = "measure", Title = $"隐患{i}", Organization = SmallTown.Hall, DueDate = new DateOnly(2026, 12, 1) });
        }

        var soon = new MatterFilter { Open = true, DueFrom = SmallTown.Monday };
        Assert.Equal(5, _town.Database.Read(s => _lists.CountSome(s, soon, SmallTown.Monday)));
        Assert.Equal(0, _town.Database.Read(s => _lists.CountSome(s, soon with { DueFrom = SmallTown.Monday.AddYears(5) }, SmallTown.Monday.AddYears(5))));
    }

    /// <summary>Connection string of a new database; null for SQLite.</summary>
    protected abstract Task<string?> Postgres();

    private int Count() => _town.Database.Read(s => _lists.CountSome(s, new MatterFilter { Open = true, Kind = "hazard" }, SmallTown.Monday));
}

public sealed class LongListsOnSqliteTests : LongListsTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class LongListsOnPostgresTests(PostgresServer server) : LongListsTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
