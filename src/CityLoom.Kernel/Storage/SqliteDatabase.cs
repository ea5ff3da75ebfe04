using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CityLoom.Kernel.Storage;

/// <summary>One SQLite file in WAL mode with full durability: one writer that commits in groups, readers beside it.</summary>
internal sealed class SqliteDatabase(StorageOptions options)
    : Database(Dialect.Sqlite, options, writers: 1, readers: Math.Max(16, Environment.ProcessorCount * 4))
{
    private const string Pragmas =
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 10000; "
        + "pragma temp_store = memory; pragma cache_size = -32768; pragma mmap_size = 1073741824; pragma wal_autocheckpoint = 8000;";

    /// <summary>
    /// A connection is used by one thread at a time, so that SQLite need not take a lock of its own around each column; nor does anybody
    /// ask how much memory it has in use.
    /// </summary>
    static SqliteDatabase()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private readonly ConcurrentBag<PreparedConnection> _idle = [];
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = options.SqliteFile,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = false,
        DefaultTimeout = 30,
    }.ToString();

    public override T Read<T>(Func<Session, T> read)
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = Open();
        }

        try
        {
            return read(new Session(connection, null, Dialect.Sqlite));
        }
        finally
        {
            _idle.Add(connection);
        }
    }

    public override void BackUp(string file)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "vacuum into @file";
        command.Parameters.Add(new SqliteParameter("@file", file));
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    internal override IWriter OpenWriter() => new SqliteWriter(Open());

    private protected override void Close()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private PreparedConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        return new PreparedConnection(connection);
    }
}
