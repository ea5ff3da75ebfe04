using Npgsql;

namespace CityLoom.Tests.Support;

public sealed class PostgresServerTests(PostgresServer server)
{
    [Fact]
    public async Task Each_database_is_new_and_its_own()
    {
        var first = await server.CreateDatabase();
        var second = await server.CreateDatabase();

        await Execute(first, "create table matter (id int)");
        await Execute(second, "create table matter (id int)");

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_durable_server_keeps_its_promises_on()
    {
        await using var durable = await PostgresCluster.Start(durable: true);
        var database = await durable.CreateDatabase();

        Assert.Equal("on", await Ask(database, "show fsync"));
        Assert.Equal("on", await Ask(database, "show synchronous_commit"));
        Assert.Equal("off", await Ask(await server.CreateDatabase(), "show fsync"));
    }

    private static Task Execute(string database, string sql) => Ask(database, sql);

    private static async Task<object?> Ask(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
