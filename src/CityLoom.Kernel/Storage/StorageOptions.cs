using Npgsql;

namespace CityLoom.Kernel.Storage;

/// <summary>Where the city's data lies and how much may wait.</summary>
public sealed record StorageOptions
{
    /// <summary>The data folder: SQLite file, evidence files, keys. Made when it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>Connection string of a PostgreSQL database; null for SQLite in the data folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>How many writes may wait before the next is answered 503.</summary>
    public int QueueLength { get; init; } = 2_048;

    /// <summary>The SQLite file.</summary>
    public string SqliteFile => Path.Combine(Folder, "cityloom.db");

    /// <summary>True when a city is stored here already, so that a verb that only looks does not make an empty one by a slip of the pen.</summary>
    public bool HoldsCity()
    {
        if (Postgres is null)
        {
            return File.Exists(SqliteFile);
        }

        using var connection = new NpgsqlConnection(Postgres);
        connection.Open();
        using var command = new NpgsqlCommand("select to_regclass('schema_versions') is not null", connection);
        return command.ExecuteScalar() is true;
    }

    /// <summary>Opens the database that these options name; the schema is brought up to date by <see cref="Migrations"/>.</summary>
    public Database Open()
    {
        Directory.CreateDirectory(Folder);
        return Postgres is null ? new SqliteDatabase(this) : new PostgresDatabase(this);
    }
}
