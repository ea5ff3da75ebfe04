namespace CityLoom.Emergency.Roster;

/// <summary>A duty post 值班岗位.</summary>
public sealed record DutyPost
{
    /// <summary>Short name, by which plans count on it.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name in English.</summary>
    public string EnglishName { get; init; } = "";

    /// <summary>The organization that mans it.</summary>
    public string Organization { get; init; } = "";

    /// <summary>How many people at least, day and night.</summary>
    public int Least { get; init; } = 1;
}

/// <summary>One person at one post for some hours.</summary>
public sealed record Shift
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Code of the post.</summary>
    public string Post { get; init; } = "";

    /// <summary>From when, UTC.</summary>
    public DateTimeOffset BeginsAt { get; init; }

    /// <summary>Until when, UTC; the next one begins at this instant.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>Who, as the organization writes it: a name or a role, never a number to call.</summary>
    public string Person { get; init; } = "";

    /// <summary>True when it was taken off the roster.</summary>
    public bool Dropped { get; init; }

    /// <summary>Grows by one with each change.</summary>
    public int Changes { get; init; }

    /// <summary>True when it has an instant in common with the other.</summary>
    public bool Overlaps(Shift other) => BeginsAt < other.EndsAt && other.BeginsAt < EndsAt;

    /// <summary>True while it goes on.</summary>
    public bool At(DateTimeOffset instant) => BeginsAt <= instant && instant < EndsAt;
}

/// <summary>An offer to hand a shift to somebody else, alone or for another one.</summary>
public sealed record Swap
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>The shift that is handed over.</summary>
    public long ShiftId { get; init; }

    /// <summary>The shift that is taken for it; null for none.</summary>
    public long? OtherShiftId { get; init; }

    /// <summary>Who takes it.</summary>
    public string Person { get; init; } = "";

    /// <summary>Why.</summary>
    public string Words { get; init; } = "";

    /// <summary>Asked, Accepted or Declined.</summary>
    public string State { get; init; } = "";

    /// <summary>When it was asked, UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The account that asked; another one has to accept.</summary>
    public long? AskedBy { get; init; }
}

/// <summary>What those who go tell those who come.</summary>
/// <param name="Post">At which post.</param>
/// <param name="Words">What.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Organization">For which organization.</param>
public sealed record Handover(string Post, string Words, DateTimeOffset At, string? Organization)
{
    /// <summary>For the rows of the table.</summary>
    public Handover()
        : this("", "", default, null)
    {
    }
}
