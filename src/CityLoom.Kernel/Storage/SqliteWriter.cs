using Microsoft.Data.Sqlite;

namespace CityLoom.Kernel.Storage;

/// <summary>Commits whatever waits in one transaction; each write has a savepoint, so that one refusal undoes only itself.</summary>
internal sealed class SqliteWriter : IWriter
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _savepoint;
    private readonly SqliteCommand _release;
    private readonly SqliteCommand _undo;

    public SqliteWriter(SqliteConnection connection)
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

    private SqliteCommand Command(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
