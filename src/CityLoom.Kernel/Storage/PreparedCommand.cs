using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CityLoom.Kernel.Storage;

/// <summary>One run of a statement: text and parameters, lent to the compiled statement of the same text while it runs.</summary>
internal sealed class PreparedCommand(PreparedConnection connection) : DbCommand
{
    private readonly SqliteCommand _asked = new();
    private SqliteCommand? _running;

    [AllowNull]
    public override string CommandText { get => _asked.CommandText; set => _asked.CommandText = value; }

    public override int CommandTimeout { get => _asked.CommandTimeout; set => _asked.CommandTimeout = value; }

    public override CommandType CommandType { get => CommandType.Text; set => _asked.CommandType = value; }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get => connection; set => throw new NotSupportedException(); }

    protected override DbParameterCollection DbParameterCollection => _asked.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() => _running?.Cancel();

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery() => Run(command => command.ExecuteNonQuery());

    public override object? ExecuteScalar() => Run(command => command.ExecuteScalar());

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Run(command => command.ExecuteReader(behavior & ~CommandBehavior.CloseConnection));

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Stop();
            _asked.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Runs the compiled statement; one that failed is not used again.</summary>
    private T Run<T>(Func<SqliteCommand, T> run)
    {
        Stop();
        var command = connection.Take(CommandText);
        command.CommandTimeout = CommandTimeout;
        foreach (SqliteParameter parameter in _asked.Parameters)
        {
            command.Parameters.Add(parameter);
        }

        try
        {
            var answer = run(command);
            _running = command;
            return answer;
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    private void Stop()
    {
        if (_running is { } done)
        {
            _running = null;
            connection.GiveBack(done);
        }
    }
}
