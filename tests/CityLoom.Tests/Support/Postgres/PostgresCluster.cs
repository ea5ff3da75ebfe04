using Npgsql;

namespace CityLoom.Tests.Support;

/// <summary>
/// A PostgreSQL server of our own in a temporary folder, reached through a Unix socket in it, so that it meets nobody else's
/// server or port. It is stopped and deleted at the end, also when the test run is killed.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Guardian _guardian;
    private int _databases;

    private PostgresCluster(string folder)
    {
        _folder = folder;
        _guardian = new Guardian($"kill -QUIT $(head -n 1 {Files}/postmaster.pid); rm -rf {folder}");
    }

    private string Files => Path.Combine(_folder, "data");

    /// <summary>Starts a new server.</summary>
    /// <param name="durable">True keeps every promise about power loss; false is faster and right for most tests.</param>
    public static async Task<PostgresCluster> Start(bool durable)
    {
        Assert.SkipWhen(PostgresPrograms.Missing is not null, PostgresPrograms.Missing ?? "");
        var folder = Directory.CreateTempSubdirectory("cityloom-pg-").FullName;
        var cluster = new PostgresCluster(folder);
        await PostgresPrograms.Own(folder);
        await PostgresPrograms.Run(
            folder, "initdb", "-D", cluster.Files, "-U", "cityloom", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var durability = durable ? "" : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        await PostgresPrograms.Run(
            folder, "pg_ctl", "-D", cluster.Files, "-w", "-l", Path.Combine(folder, "log"),
            "-o", $"-k {folder} -c listen_addresses='' -c max_connections=300 {durability}", "start");
        return cluster;
    }

    /// <summary>Makes a new empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabase()
    {
        var name = $"city_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(Connection("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"create database {name}";
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _guardian.Dispose();
        await PostgresPrograms.Run(_folder, "pg_ctl", "-D", Files, "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Connection(string database) => $"Host={_folder};Username=cityloom;Database={database}";
}
