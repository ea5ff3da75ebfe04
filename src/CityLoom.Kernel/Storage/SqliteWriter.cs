using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CityLoom.Kernel.Storage;

/// <summary>
/// Commits whatever waits in one transaction. Almost all writes are kept, so they run without a savepoint; when one has to be undone,
/// the group is run again with a savepoint for each, so that a refusal undoes only itself.
/// </summary>
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
        if (!InTransaction(() => group.All(write => RunPlain(write, writing))))
        {
            InTransaction(() => group.All(write => RunOne(write, writing)));
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

    /// <summary>Commits when the work says so, else leaves no trace of it.</summary>
    private bool InTransaction(Func<bool> work)
    {
        _begin.ExecuteNonQuery();
        try
        {
            var keep = work();
            (keep ? _commit : _rollback).ExecuteNonQuery();
            return keep;
        }
        catch
        {
            _rollback.ExecuteNonQuery();
            throw;
        }
    }

    /// <summary>False when the write left something that has to be undone.</summary>
    private bool RunPlain(PendingWrite write, Writing writing)
    {
        var before = _connection.Changes;
        try
        {
            return write.Run(writing) || _connection.Changes == before;
        }
        catch (Exception fault) when (IsOwn(fault))
        {
            return false;
        }
    }

    private bool RunOne(PendingWrite write, Writing writing)
    {
        _savepoint.ExecuteNonQuery();
        var keep = false;
        try
        {
            keep = write.Run(writing);
        }
        catch (Exception fault) when (IsOwn(fault))
        {
            write.Fail(fault);
        }

        (keep ? _release : _undo).ExecuteNonQuery();
        return true;
    }

    /// <summary>True for a fault of the write itself; false for one of the disk or the file, which ends the whole group.</summary>
    private static bool IsOwn(Exception fault) => fault is not SqliteException { SqliteErrorCode: 10 or 11 or 13 or 26 };

    private DbCommand Command(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
