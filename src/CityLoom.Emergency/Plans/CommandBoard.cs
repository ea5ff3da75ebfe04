using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>A task on the command board: who has it, where it stands, how long, and by how much it is late.</summary>
/// <param name="Task">The task as it was opened.</param>
/// <param name="Matter">The matter it became.</param>
/// <param name="Now">The instant for which it is said.</param>
public sealed record BoardRow(OpenedTask Task, Matter Matter, DateTimeOffset Now)
{
    /// <summary>True once it was reported done.</summary>
    public bool Done => Matter.ResolvedAt is not null;

    /// <summary>True once nobody has to do anything for it: done, or taken back.</summary>
    public bool Over => Done || !Matter.Open;

    /// <summary>True once somebody signed it.</summary>
    public bool Signed => Matter.SignedAt is not null;

    /// <summary>The organization that has it now.</summary>
    public string Holder => Matter.Open || Signed ? Matter.Holder : Task.Organization;

    /// <summary>Time since it was opened; once done, the time it took.</summary>
    public TimeSpan Since => (Matter.ResolvedAt ?? Matter.EndedAt ?? Now) - Task.OpenedAt;

    /// <summary>What it misses now: its limit for signing, its limit for finishing, or neither.</summary>
    public DateTimeOffset? Missed => Over ? null
        : Now > Task.FinishDueAt ? Task.FinishDueAt
        : !Signed && Now > Task.SignDueAt ? Task.SignDueAt
        : null;

    /// <summary>True when it misses a limit now.</summary>
    public bool Late => Missed is not null;
}

/// <summary>All tasks of a response in one flat list, the late ones first, then those still open, then those done.</summary>
public static class CommandBoard
{
    /// <summary>The board of a response, with two queries however many tasks there are.</summary>
    public static IReadOnlyList<BoardRow> Of(Session session, Activation activation, DateTimeOffset now)
    {
        var tasks = ActivationBook.Tasks(session, activation.Id);
        var matters = MatterBook.FindAll(session, [.. tasks.Select(t => t.MatterId)]);
        return Sort(tasks.Select(t => new BoardRow(t, matters[t.MatterId], now)));
    }

    /// <summary>Late ones first, the latest of them on top; then by step; what is over last.</summary>
    public static IReadOnlyList<BoardRow> Sort(IEnumerable<BoardRow> rows) =>
    [
        .. rows.OrderBy(r => r.Late ? 0 : r.Over ? 2 : 1).ThenBy(r => r.Missed ?? DateTimeOffset.MaxValue)
            .ThenBy(r => r.Task.Step).ThenBy(r => r.Task.FinishDueAt).ThenBy(r => r.Task.MatterId),
    ];
}
