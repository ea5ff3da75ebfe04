using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>Reckons due dates anew that lay beyond the calendar's last notice, once the next has been imported.</summary>
public static class ReckonProvisional
{
    private const int Batch = 200;

    /// <summary>Goes through all of them in order; returns how many due dates moved.</summary>
    public static async Task<int> RunAsync(Database database, Func<ActContext> context, CancellationToken cancel)
    {
        var (last, moved) = (0L, 0);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var from = last;
            var (reached, count) = await database.WriteAsync(w => RunBatch(w, from, context())).ConfigureAwait(false);
            moved += count;
            if (reached == last)
            {
                return moved;
            }

            last = reached;
        }
    }

    private static (long Reached, int Moved) RunBatch(Writing writing, long after, ActContext context)
    {
        var ids = writing.Rows<long>($"select id from matters where provisional = 1 and open = 1 and id > @after order by id limit {Batch}", new { after });
        var moved = 0;
        foreach (var id in ids)
        {
            var matter = MatterBook.Take(writing, id)!;
            var reckoned = matter.Reckon(context.Time);
            if (reckoned.DueAt != matter.DueAt || !reckoned.Provisional)
            {
                moved += reckoned.DueAt == matter.DueAt ? 0 : 1;
                MatterBook.Save(writing, reckoned with { Version = matter.Version + 1 }, context.Now, Actor.System, "Reckoned", new { from = matter.DueAt, to = reckoned.DueAt });
            }
        }

        return (ids.Count == 0 ? after : ids[^1], moved);
    }
}
