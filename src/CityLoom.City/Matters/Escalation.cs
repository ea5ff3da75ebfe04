using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>
/// Brings every overdue matter before the next level, the oldest first, each level exactly once: the instant of the next level is a
/// column with an index, each batch takes what is due in order, and a level once heard moves that instant on in the same transaction.
/// </summary>
public static class Escalation
{
    /// <summary>How many are brought before a level in one transaction.</summary>
    public const int Batch = 200;
    private static readonly Sql Insert = new("insert into escalations (matter_id, round, level, organization, due_at, at) values ($1, $2, $3, $4, $5, $6)");

    /// <summary>Escalates all that is due at the context's instant, however many; returns how many levels heard of a matter.</summary>
    public static async Task<int> RunAsync(Database database, Func<ActContext> context, CancellationToken cancel, int batch = Batch)
    {
        var total = 0;
        int done;
        do
        {
            cancel.ThrowIfCancellationRequested();
            done = await database.WriteAsync(w => RunBatch(w, context(), batch)).ConfigureAwait(false);
            total += done;
        }
        while (done > 0);
        return total;
    }

    /// <summary>Which organization hears of it: level 1 the holder's, level 2 the one above it, level 3 the top of the tree.</summary>
    public static string Hears(Matter matter, int level, ActContext context)
    {
        var line = context.Tree.Upwards(matter.Holder).Select(o => o.Code).ToList();
        return line.Count == 0 ? matter.Accountable
            : level >= 3 ? line[^1]
            : line[Math.Min(level - 1, line.Count - 1)];
    }

    internal static void Record(Writing writing, Matter before, Matter after, ActContext context)
    {
        using var insert = writing.Begin(Insert);
        insert.Add(after.Id).Add(after.Round).Add(after.EscalationLevel).Add(Hears(before, after.EscalationLevel, context)).Add(after.DueAt).Add(context.Now).Execute();
    }

    private static int RunBatch(Writing writing, ActContext context, int batch)
    {
        var due = writing.Rows<long>(
            $"select id from matters where escalate_at <= @Now order by escalate_at, id limit {batch}{(writing.Dialect == Dialect.Postgres ? " for update skip locked" : "")}",
            new { context.Now });
        var escalate = new ActRequest { Act = Act.Escalate };
        return due.Count(id => ActOnMatter.Run(writing, id, escalate, context with { By = null }).Refusal is null);
    }
}
