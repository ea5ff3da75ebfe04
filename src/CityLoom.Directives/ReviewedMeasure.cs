using CityLoom.Reading;

namespace CityLoom.Directives;

/// <summary>A measure under review: what the reader found and what a person decided.</summary>
public sealed record ReviewedMeasure
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>The directive it stands in.</summary>
    public long DirectiveId { get; init; }

    /// <summary>First character in the clean text.</summary>
    public int StartAt { get; init; }

    /// <summary>First character after it.</summary>
    public int EndAt { get; init; }

    /// <summary>Exactly the words between the two.</summary>
    public string Words { get; init; } = "";

    /// <summary>Action, target, principle or report of the past.</summary>
    public MeasureKind Kind { get; init; }

    /// <summary>What has been decided about it.</summary>
    public MeasureStatus Status { get; init; }

    /// <summary><c>reader</c> or <c>person</c>.</summary>
    public string Origin { get; init; } = "reader";

    /// <summary>What the reader found in the words: verb, theme, owners, deadline, quantities, programmes, as JSON.</summary>
    public string Reading { get; init; } = "{}";

    /// <summary>Codes of the organizations chosen to do it; several each get a part.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>Codes of the organizations chosen to support it.</summary>
    public IReadOnlyList<string> Supports { get; init; } = [];

    /// <summary>The due date chosen.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The measure of another directive that says the same and whose matter serves both.</summary>
    public long? SameAs { get; init; }

    /// <summary>The matter made of it.</summary>
    public long? MatterId { get; init; }

    /// <summary>The target made of it.</summary>
    public string? TargetCode { get; init; }

    /// <summary>True when it belongs in the ledger: an action or a target.</summary>
    public bool InLedger => Kind is MeasureKind.Action or MeasureKind.Target;

    /// <summary>What the reader found, parsed.</summary>
    public Measure Found() => MeasureReading.Read(this);
}

/// <summary>What has been decided about a measure.</summary>
public enum MeasureStatus
{
    /// <summary>Nobody has decided yet.</summary>
    Pending,

    /// <summary>It becomes a matter.</summary>
    Accepted,

    /// <summary>It does not.</summary>
    Rejected,
}
