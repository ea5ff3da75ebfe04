using System.Text.Json.Serialization;

namespace CityLoom.Emergency.Plans;

/// <summary>A plan at work 响应, or being practised 演练.</summary>
public sealed record Activation
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Which plan.</summary>
    public long PlanId { get; init; }

    /// <summary>The version by which it goes to its end, whatever the library does meanwhile.</summary>
    public int Version { get; init; }

    /// <summary>The level in force.</summary>
    public ResponseLevel Level { get; init; }

    /// <summary>True for a drill: the same machinery, marked everywhere and left out of every count.</summary>
    public bool Drill { get; init; }

    /// <summary>What happened, or is supposed to have happened.</summary>
    public string Title { get; init; } = "";

    /// <summary>Code of the territory.</summary>
    public string Territory { get; init; } = "";

    /// <summary>The organization in command.</summary>
    public string Organization { get; init; } = "";

    /// <summary>The incident's matter; null when there is none.</summary>
    public long? Incident { get; init; }

    /// <summary>The matter of the whole response, whose parts are the tasks.</summary>
    public long MatterId { get; init; }

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it ended, UTC; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Grows by one with each change.</summary>
    public int Changes { get; init; }

    /// <summary>What it is for, as it must not be at work twice: the incident, or else the place.</summary>
    [JsonIgnore]
    public string Cause => Incident is { } matter ? $"matter:{matter}" : $"place:{Territory}";
}

/// <summary>A task that was opened: the matter it became, and by when it should be signed and done.</summary>
public sealed record OpenedTask
{
    /// <summary>Its code in the plan.</summary>
    public string Task { get; init; } = "";

    /// <summary>Its place in the order.</summary>
    public int Step { get; init; }

    /// <summary>The level that opened it.</summary>
    public ResponseLevel Level { get; init; }

    /// <summary>To whom it was given.</summary>
    public string Organization { get; init; } = "";

    /// <summary>The matter.</summary>
    public long MatterId { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>By when it should be signed, UTC.</summary>
    public DateTimeOffset SignDueAt { get; init; }

    /// <summary>By when it should be done, UTC.</summary>
    public DateTimeOffset FinishDueAt { get; init; }
}
