using CityLoom.Reading;

namespace CityLoom.Directives.Review;

/// <summary>What a reviewer may do to a measure.</summary>
public enum ReviewAct
{
    /// <summary>采纳: it becomes a matter.</summary>
    Accept,

    /// <summary>驳回: it does not.</summary>
    Reject,

    /// <summary>编辑: other words, another kind.</summary>
    Edit,

    /// <summary>拆分: several measures.</summary>
    Split,

    /// <summary>与下条合并: one measure with the next of the paragraph.</summary>
    Merge,

    /// <summary>补充: one that the reader missed.</summary>
    Add,

    /// <summary>与已有举措合并: its matter is that of another directive's measure; both quotations stay.</summary>
    Join,
}

/// <summary>A step of a review as it is asked for.</summary>
public sealed record ReviewRequest
{
    /// <summary>What is to be done.</summary>
    public required ReviewAct Act { get; init; }

    /// <summary>To which measure; null for <see cref="ReviewAct.Add"/>.</summary>
    public long? Measure { get; init; }

    /// <summary>Who does it, when accepting: several each get a part.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>Who supports, when accepting.</summary>
    public IReadOnlyList<string> Supports { get; init; } = [];

    /// <summary>By when, when accepting; null for no date.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>First character in the clean text, when editing or adding.</summary>
    public int? Start { get; init; }

    /// <summary>First character after it, when editing or adding.</summary>
    public int? End { get; init; }

    /// <summary>
    /// The exact words, when editing or adding. Where <see cref="Start"/> and <see cref="End"/> are missing or hold other words,
    /// the nearest place in the text that has these counts.
    /// </summary>
    public string? Quote { get; init; }

    /// <summary>The words of each part in the order of the text, when splitting; words in none of them leave the measure.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>The kind, when editing or adding.</summary>
    public MeasureKind? Kind { get; init; }

    /// <summary>The other directive's measure, when joining.</summary>
    public long? With { get; init; }
}
