using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>A supervision order 督办单 and what was answered.</summary>
public sealed record SupervisionOrder
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Blue near due, yellow behind, red overdue.</summary>
    public SupervisionColour Colour { get; init; }

    /// <summary>What it demands.</summary>
    public string Words { get; init; } = "";

    /// <summary>When it was issued, UTC.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Code of the organization that issued it.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>By when it has to be answered, UTC.</summary>
    public DateTimeOffset? AnswerDueAt { get; init; }

    /// <summary>When it was answered; null while it waits.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The answer.</summary>
    public string? Answer { get; init; }
}

/// <summary>A level that heard of an overdue matter.</summary>
public sealed record EscalationNotice
{
    /// <summary>In which round of the matter.</summary>
    public int Round { get; init; }

    /// <summary>1 to 3.</summary>
    public int Level { get; init; }

    /// <summary>Code of the organization that heard of it.</summary>
    public string Organization { get; init; } = "";

    /// <summary>When the matter had been due, UTC.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>When the level heard, UTC.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>Reads what supervision left on a matter.</summary>
public static class SupervisionBook
{
    /// <summary>The orders on a matter, newest first.</summary>
    public static List<SupervisionOrder> OrdersOn(Session session, long matter) => session.Rows<SupervisionOrder>(
        "select id, colour, words, issued_at, issued_by, answer_due_at, answered_at, answer from supervision_orders where matter_id = @matter order by id desc",
        new { matter });

    /// <summary>The levels that heard of a matter, newest first.</summary>
    public static List<EscalationNotice> EscalationsOf(Session session, long matter) => session.Rows<EscalationNotice>(
        "select round, level, organization, due_at, at from escalations where matter_id = @matter order by round desc, level desc", new { matter });
}
