using System.Data.Common;

namespace CityLoom.Kernel.Storage;

/// <summary>A session inside a write transaction. Work done on it is kept as a whole or not at all, and may be run again after a conflict.</summary>
public sealed class Writing : Session
{
    internal Writing(DbConnection connection, DbTransaction? transaction, Dialect dialect)
        : base(connection, transaction, dialect)
    {
    }

    /// <summary>Runs a statement; returns the number of rows it changed.</summary>
    public int Execute(string sql, object? args = null) => Run(sql, args);

    /// <summary>Inserts one row and returns the identity that the database gave it; the statement must not end in <c>returning</c>.</summary>
    public long Insert(string sql, object? args = null) => Value<long>(sql + " returning id", args);
}
