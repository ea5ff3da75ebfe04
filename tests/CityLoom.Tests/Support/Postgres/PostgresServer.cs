using CityLoom.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace CityLoom.Tests.Support;

/// <summary>
/// The PostgreSQL of the whole test run, started when the first test asks for a database. A test class takes it as a
/// constructor parameter; where PostgreSQL can't be had, the tests that ask are skipped and say why.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly Lock _starting = new();
    private Task<PostgresCluster>? _cluster;

    /// <summary>Makes a new empty database and returns its connection string. It is not durable: a power cut may lose it.</summary>
    public async Task<string> CreateDatabase() => await (await Cluster()).CreateDatabase();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_cluster is { IsCompletedSuccessfully: true })
        {
            await (await _cluster).DisposeAsync();
        }
    }

    private Task<PostgresCluster> Cluster()
    {
        lock (_starting)
        {
            return _cluster ??= PostgresCluster.Start(durable: false);
        }
    }
}
