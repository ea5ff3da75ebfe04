using Npgsql;

namespace CityLoom.Kernel.Storage;

/// <summary>A PostgreSQL server: several writers, each write a transaction of its own; conflicts are run again.</summary>
internal sealed class PostgresDatabase : Database
{
    private const int Writers = 8;
    private readonly NpgsqlDataSource _source;
    private readonly string _connectionString;

    public PostgresDatabase(StorageOptions options)
        : base(Dialect.Postgres, options, Writers, readers: 24)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.Postgres)
        {
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            MaxPoolSize = 64,
            Options = "-c statement_timeout=60000 -c idle_in_transaction_session_timeout=30000",
        };
        _connectionString = builder.ConnectionString;
        _source = NpgsqlDataSource.Create(builder);
    }

    public override T Read<T>(Func<Session, T> read)
    {
        using var connection = _source.OpenConnection();
        return read(new Session(connection, null, Dialect.Postgres));
    }

    public override void BackUp(string file) => PostgresTools.Dump(_connectionString, file);

    internal override IWriter OpenWriter() => new PostgresWriter(_source.OpenConnection());

    private protected override void Close() => _source.Dispose();
}
