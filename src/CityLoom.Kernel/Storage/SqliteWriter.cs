using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CityLoom.Kernel.Storage;

/// <summary>Commits whatever waits in one transaction; each write has a savepoint, so that one refusal undoes only itself.</summary>
internal sealed class SqliteWriter : IWriter
{
    private readonly PreparedConnection _connection;
    private readonly DbCommand _begin;
    private readonly DbCommand _commit;
    private readonly DbCommand _rollback;
    private readonly DbCommand _savepoint;
    private readonly DbCommand _release;
    private readonly DbCommand _undo;

    public SqliteWriter(PreparedConnection connection)
    {
        _connection = connection;
        _begin = Command("begin immediate");
        _commit = Command("commit");
        _rollback = Command("rollback");
        _savepoint = Command("savepoint one");
        _release = Command("release one");
        _undo = Command("rollback to one; release one");
    }

    public int GroupSize => 128;

    public void Run(IReadOnlyList<PendingWrite> group)
    {
        var writing = new Writing(_connection, null, Dialect.Sqlite);
        _begin.ExecuteNonQuery();
        try
        {
            foreach (var write in group)
            {
                RunOne(write, writing);
            }

            _commit.ExecuteNonQuery();
        }
        catch
        {
            _rollback.ExecuteNonQuery();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in new[] { _begin, _commit, _rollback, _savepoint, _release, _undo })
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private void RunOne(PendingWrite write, Writing writing)
    {
        _savepoint.ExecuteNonQuery();
        var keep = false;
        try
        {
            keep = write.Run(writing);
        }
        catch (Exception fault) when (fault is not SqliteException { SqliteErrorCode: 10 or 11 or 13 or 26 })
        {
            write.Fail(fault);
        }

        (keep ? _release : _undo).ExecuteNonQuery();
    }

    private DbCommand Command(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
