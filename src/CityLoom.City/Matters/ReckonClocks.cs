using CityLoom.City.Calendar;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>
/// Reckons open clocks anew after a notice has changed the calendar: every one that ends after the first changed day, and those that
/// waited for a notice.
/// </summary>
public static class ReckonClocks
{
    private const int Batch = 200;

    private const string Open =
        "select id from matters where open = 1 and (provisional = 1 or due_at > @from or escalate_at > @from or stage_due_at > @from or answer_due_at > @from) order by id";

    /// <summary>Goes through all of them in batches, each change with its entry in the journal; returns how many matters changed.</summary>
    /// <remarks>A notice is settled only when the run began after every node had its calendar, so that none is missed that was made meanwhile.</remarks>
    public static async Task<int> RunAsync(Database database, CalendarBook calendar, Func<ActContext> context, CancellationToken cancel)
    {
        var notices = await database.ReadAsync(CalendarBook.Waiting, cancel).ConfigureAwait(false);
        if (notices.Count == 0)
        {
            return 0;
        }

        var begun = context().Now;
        var time = calendar.Reload();
        var first = notices.Min(n => n.FirstChanged);
        var from = first is { } day ? MatterClock.EndOf(day.AddDays(-1), time) : DateTimeOffset.MaxValue;
        var ids = await database.ReadAsync(s => s.Rows<long>(Open, new { from }), cancel).ConfigureAwait(false);
        var changed = 0;
        foreach (var batch in ids.Chunk(Batch))
        {
            cancel.ThrowIfCancellationRequested();
            changed += await database.WriteAsync(w => batch.Count(id => Reckon(w, id, context() with { Time = time }))).ConfigureAwait(false);
        }

        var settled = notices.Where(n => begun - n.ImportedAt > 2 * CalendarBook.Freshness).ToList();
        await database.WriteAsync(w =>
        {
            settled.ForEach(n => CalendarBook.Settle(w, n, context().Now));
            return settled.Count;
        }).ConfigureAwait(false);
        return changed;
    }

    private static bool Reckon(Writing writing, long id, ActContext context)
    {
        if (MatterBook.Take(writing, id) is not { Open: true } matter)
        {
            return false;
        }

        var reckoned = matter.Reckon(context.Time).ReckonStage(context.Time);
        if (matter.Supervision != SupervisionColour.None)
        {
            reckoned = ReckonAnswer(writing, reckoned, context);
        }

        if (reckoned == matter)
        {
            return false;
        }

        MatterBook.Save(
            writing, reckoned with { Version = matter.Version + 1 }, context.Now, Actor.System, "Reckoned", new { from = matter.DueAt, to = reckoned.DueAt });
        return true;
    }

    private static Matter ReckonAnswer(Writing writing, Matter matter, ActContext context)
    {
        var orders = writing.Rows<Order>(
            "select id, colour, issued_at from supervision_orders where matter_id = @Id and answered_at is null order by id", new { matter.Id });
        DateTimeOffset? first = null;
        foreach (var order in orders)
        {
            var due = MatterClock.AnswerDue(order.Colour, order.IssuedAt, context.Time);
            writing.Execute("update supervision_orders set answer_due_at = @due where id = @Id", new { due, order.Id });
            first = first < due ? first : due;
        }

        return orders.Count == 0 ? matter : matter with { AnswerDueAt = first };
    }

    private sealed record Order
    {
        public long Id { get; init; }

        public SupervisionColour Colour { get; init; }

        public DateTimeOffset IssuedAt { get; init; }
    }
}
