using CityLoom.Emergency.Plans;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Roster;

/// <summary>Keeps posts, shifts, swaps and hand-over notes.</summary>
public static class RosterBook
{
    /// <summary>The name under which shifts stand in the journal.</summary>
    public const string Subject = "duty-shift";

    private const string Columns = "id, post, begins_at, ends_at, person, dropped, changes";
    private const string SwapColumns = "id, shift_id, other_shift_id, person, words, state, asked_at, asked_by";

    /// <summary>Shifts with what was asked and answered about swapping them.</summary>
    public static KeptSubject Kept { get; } = new(
        Subject,
        [
            new RowSet("duty_shifts", "id", Columns),
            new RowSet("duty_swaps", "shift_id", "id, other_shift_id, person, words, state, asked_at, asked_by, answered_at"),
        ]);

    /// <summary>All posts in one chain.</summary>
    public static KeptSubject KeptPosts { get; } = new("duty-post", [new RowSet("duty_posts", RowSet.Only, "code, name, english_name, organization, least")]);

    /// <summary>Hand-over notes.</summary>
    public static KeptSubject KeptHandovers { get; } = new("duty-handover", [new RowSet("duty_handovers", "id", "post, words, at, account, organization")]);

    /// <summary>All posts, by name.</summary>
    public static List<DutyPost> Posts(Session session) => session.Rows<DutyPost>("select code, name, english_name, organization, least from duty_posts order by name");

    /// <summary>The shifts that have an instant in common with a span, in the order in which they begin.</summary>
    public static List<Shift> Shifts(Session session, DateTimeOffset from, DateTimeOffset until) => session.Rows<Shift>(
        $"select {Columns} from duty_shifts where dropped = 0 and begins_at < @until and ends_at > @from order by begins_at, post, id", new { from, until });

    /// <summary>The swaps that wait for an answer.</summary>
    public static List<Swap> Waiting(Session session) => session.Rows<Swap>($"select {SwapColumns} from duty_swaps where state = 'Asked' order by id");

    /// <summary>The latest hand-over notes.</summary>
    public static List<Handover> Handovers(Session session, int limit) =>
        session.Rows<Handover>("select post, words, at, organization from duty_handovers order by id desc limit @limit", new { limit });

    /// <summary>
    /// How many each post wants now: its own least, what the mildest level of each plan counts on, and what the levels of the responses
    /// that go on want.
    /// </summary>
    public static Dictionary<string, int> Wanted(Session session)
    {
        var wanted = Posts(session).ToDictionary(p => p.Code, p => p.Least);
        var running = ActivationBook.List(session, false, 1, 100).Where(a => a.EndedAt is null).ToLookup(a => a.PlanId);
        foreach (var head in PlanBook.All(session))
        {
            var gravest = running[head.Id].Select(a => a.Level).DefaultIfEmpty(ResponseLevel.IV).Min();
            foreach (var post in PlanBook.Read(session, head.Id, head.Version)!.Posts.Where(p => gravest <= p.From && wanted.ContainsKey(p.Post)))
            {
                wanted[post.Post] = Math.Max(wanted[post.Post], post.Least);
            }
        }

        return wanted;
    }

    internal static Shift? Take(Writing writing, long id) => writing.Row<Shift>($"select {Columns} from duty_shifts where id = @id{writing.ForUpdate}", new { id });

    internal static Swap? TakeSwap(Writing writing, long id) => writing.Row<Swap>($"select {SwapColumns} from duty_swaps where id = @id{writing.ForUpdate}", new { id });

    internal static Shift Add(Writing writing, Shift shift, DateTimeOffset at, Actor by)
    {
        var stored = shift with
        {
            Id = writing.Insert("insert into duty_shifts (post, begins_at, ends_at, person, dropped, changes) values (@Post, @BeginsAt, @EndsAt, @Person, 0, 0)", shift),
        };
        Kept.Append(writing, stored.Id, at, by, "planned", new { after = Standing(stored) });
        return stored;
    }

    internal static Shift Save(Writing writing, Shift shift, DateTimeOffset at, Actor by, string act, object? details)
    {
        var next = shift with { Changes = shift.Changes + 1 };
        writing.Execute("update duty_shifts set person = @Person, dropped = @Dropped, changes = @Changes where id = @Id", next);
        Kept.Append(writing, next.Id, at, by, act, new { details, after = Standing(next) });
        return next;
    }

    private static object Standing(Shift s) => new { s.Post, begins = s.BeginsAt.ToUnixTimeMilliseconds(), ends = s.EndsAt.ToUnixTimeMilliseconds(), s.Person, s.Dropped, s.Changes };
}
