using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CityLoom.Kernel.Storage;

/// <summary>
/// A SQLite connection that compiles each statement once and keeps it, as Npgsql does of its own accord: compiling the long
/// statements of a matter takes longer than running them.
/// </summary>
internal sealed class PreparedConnection(SqliteConnection inner) : DbConnection
{
    /// <summary>When so many are kept, perhaps because lists of ever other lengths were asked for, keeping starts anew.</summary>
    private const int Most = 400;
    private readonly Dictionary<string, SqliteCommand> _idle = [];
    private readonly Dictionary<Sql, SqliteStatement> _statements = [];

    [AllowNull]
    public override string ConnectionString { get => inner.ConnectionString; set => inner.ConnectionString = value; }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    /// <summary>How many rows were changed since it was opened.</summary>
    internal int Changes => raw.sqlite3_total_changes(inner.Handle);

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Open() => inner.Open();

    public override void Close() => inner.Close();

    /// <summary>A compiled statement that nobody is using; whoever takes it gives it back.</summary>
    internal SqliteCommand Take(string text)
    {
        if (_idle.Remove(text, out var kept))
        {
            return kept;
        }

        var command = inner.CreateCommand();
        command.CommandText = text;
        return command;
    }

    internal void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (_idle.Count >= Most)
        {
            Forget();
        }

        if (!_idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    /// <summary>A statement of a hot path; while one of a text is in use, the next of it is compiled anew.</summary>
    internal SqliteStatement Begin(Sql sql) => _statements.Remove(sql, out var idle) ? idle : SqliteStatement.Compile(this, sql, inner.Handle!);

    internal void GiveBack(SqliteStatement statement)
    {
        if (_statements.Count >= Most)
        {
            CloseStatements();
        }

        if (!_statements.TryAdd(statement.Sql, statement))
        {
            statement.Close();
        }
    }

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Forget();
            CloseStatements();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Forget()
    {
        foreach (var command in _idle.Values)
        {
            command.Dispose();
        }

        _idle.Clear();
    }

    private void CloseStatements()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Close();
        }

        _statements.Clear();
    }
}
