using Npgsql;

namespace CityLoom.Kernel.Storage;

/// <summary>One write, one transaction: row locks are never held across two writes, and the server groups the commits itself.</summary>
internal sealed class PostgresWriter(NpgsqlConnection connection) : IWriter
{
    private const int Attempts = 8;

    public int GroupSize => 1;

    public void Run(IReadOnlyList<PendingWrite> group)
    {
        foreach (var write in group)
        {
            RunOne(write);
        }
    }

    public void Dispose() => connection.Dispose();

    private void RunOne(PendingWrite write)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var transaction = connection.BeginTransaction();
            try
            {
                if (write.Run(new Writing(connection, transaction, Dialect.Postgres)))
                {
                    transaction.Commit();
                }
                else
                {
                    transaction.Rollback();
                }

                return;
            }
            catch (PostgresException conflict) when (IsConflict(conflict) && attempt < Attempts)
            {
                transaction.Rollback();
            }
            catch (Exception fault) when (connection.State == System.Data.ConnectionState.Open)
            {
                transaction.Rollback();
                write.Fail(fault);
                return;
            }
        }
    }

    /// <summary>Serialization failure, deadlock, or two first inserts of the same key at once: running the work again settles it.</summary>
    private static bool IsConflict(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation;
}
