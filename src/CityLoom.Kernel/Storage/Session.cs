using System.Data.Common;
using Dapper;
using Npgsql;

namespace CityLoom.Kernel.Storage;

/// <summary>An open connection on which plain SQL runs, the same on both databases. Not thread-safe; lives for one read or one write.</summary>
public class Session
{
    private readonly DbConnection _connection;
    private readonly DbTransaction? _transaction;

    static Session() => ColumnTypes.Register();

    internal Session(DbConnection connection, DbTransaction? transaction, Dialect dialect)
    {
        _connection = connection;
        _transaction = transaction;
        Dialect = dialect;
    }

    /// <summary>Which database this is, for the few statements that differ.</summary>
    public Dialect Dialect { get; }

    /// <summary>The open connection, for bulk copies and backups that plain statements do not serve.</summary>
    public DbConnection Connection => _connection;

    /// <summary>A statement of a hot path, ready for its values.</summary>
    public Statement Begin(Sql sql) => _connection is PreparedConnection prepared
        ? prepared.Begin(sql)
        : new PostgresStatement(new NpgsqlCommand(sql.For(Dialect), (NpgsqlConnection)_connection, (NpgsqlTransaction?)_transaction));

    /// <summary>A statement that is put together of parts, with parameters such as <c>@name</c>, ready to be read; values without a parameter are left out.</summary>
    public Statement Begin(string sql, IReadOnlyDictionary<string, object?> values)
    {
        var text = Sql.Of(sql);
        var statement = Begin(text);
        foreach (var name in text.Names)
        {
            Add(statement, values[name]);
        }

        return statement;
    }

    private static Statement Add(Statement statement, object? value) => value switch
    {
        null => statement.Add((string?)null),
        string text => statement.Add(text),
        long number => statement.Add(number),
        int number => statement.Add(number),
        double number => statement.Add(number),
        bool flag => statement.Add(flag),
        DateTimeOffset instant => statement.Add(instant),
        DateOnly date => statement.Add(date),
        IReadOnlyCollection<string> texts => statement.Add(texts),
        IReadOnlyCollection<long> numbers => statement.Add(numbers),
        _ => throw new ArgumentException($"A value of the type {value.GetType().Name} cannot be stored.", nameof(value)),
    };

    /// <summary>All rows of a query; columns in snake_case fill properties in PascalCase.</summary>
    public List<T> Rows<T>(string sql, object? args = null) => _connection.Query<T>(sql, args, _transaction).AsList();

    /// <summary>Rows one by one without holding them all; the session must not be used for anything else meanwhile.</summary>
    public IEnumerable<T> Stream<T>(string sql, object? args = null) => _connection.Query<T>(sql, args, _transaction, buffered: false);

    /// <summary>The only row of a query, or null.</summary>
    public T? Row<T>(string sql, object? args = null) => _connection.QuerySingleOrDefault<T>(sql, args, _transaction);

    /// <summary>The first column of the first row.</summary>
    public T? Value<T>(string sql, object? args = null) => _connection.ExecuteScalar<T>(sql, args, _transaction);

    /// <summary>The lock clause for a row that this transaction is about to change; SQLite has one writer and needs none.</summary>
    public string ForUpdate => Dialect == Dialect.Postgres ? " for update" : "";

    /// <summary>The condition that a column holds one of a list; the list is given as an array under this name.</summary>
    public string Among(string column, string name) => Dialect == Dialect.Postgres ? $"{column} = any(@{name})" : $"{column} in @{name}";

    internal int Run(string sql, object? args) => _connection.Execute(sql, args, _transaction);
}
