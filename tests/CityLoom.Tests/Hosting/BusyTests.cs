using System.Data.Common;
using System.Net;
using CityLoom.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CityLoom.Tests.Hosting;

/// <summary>More writes come than the disk takes: those that find no room are told so and leave no trace, the others are done.</summary>
public abstract class BusyTests
{
    [Fact]
    public async Task A_full_queue_answers_503_with_when_to_come_back_and_has_written_nothing()
    {
        using var folder = new TemporaryFolder();
        var postgres = await Postgres();
        await using var city = await RunningCity.Start(new Serving(postgres, folder.Path, Empty: true, ["--queue", "3"]));
        var key = await Key(city);
        using var caller = new Caller(city.Client(), key);

        Answer[] answers;
        await using (await Blocked(postgres, folder.Path))
        {
            var asked = Enumerable.Range(0, 40).Select(i => caller.Post("/api/matters", new { kind = "hazard", title = $"忙时第{i}条", organization = "hall" }, $"busy-{i}")).ToList();
            while (asked.Count(a => a.IsCompleted) < 20)
            {
                await Task.Delay(20);
            }

            Assert.Equal(HttpStatusCode.OK, (await caller.Get("/api/matters")).Status);
            answers = [.. asked.Where(a => a.IsCompleted).Select(a => a.Result)];
        }

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.ServiceUnavailable, "1", "busy"), (a.Status, a.Headers["Retry-After"], a.Code)));
    }

    /// <summary>Connection string of a new database; null for SQLite.</summary>
    protected abstract Task<string?> Postgres();

    private static async Task<string> Key(RunningCity city)
    {
        await Programs.RunCityloom(["account", "add", "busy", "--grant", "supervisor@hall", .. city.Store]);
        return (await Programs.RunCityloom(["account", "key", "busy", .. city.Store])).Output.Trim();
    }

    /// <summary>Holds the database as another program might, until disposed.</summary>
    private static async Task<IAsyncDisposable> Blocked(string? postgres, string folder)
    {
        DbConnection connection = postgres is null ? new SqliteConnection($"Data Source={Path.Combine(folder, "cityloom.db")};Pooling=False") : new NpgsqlConnection(postgres + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = postgres is null ? "begin immediate" : "begin; lock table receipts in access exclusive mode";
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}

public sealed class BusyOnSqliteTests : BusyTests
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class BusyOnPostgresTests(PostgresServer server) : BusyTests
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase();
}
