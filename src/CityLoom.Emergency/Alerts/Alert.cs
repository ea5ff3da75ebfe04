namespace CityLoom.Emergency.Alerts;

/// <summary>An alert that was sent or received, as lists show it; the message itself is the XML.</summary>
public sealed record Alert
{
    /// <summary>The source of what this city sent itself.</summary>
    public const string Own = "own";

    /// <summary>Identity here.</summary>
    public long Id { get; init; }

    /// <summary>Who sent it.</summary>
    public string Sender { get; init; } = "";

    /// <summary>The sender's name for it.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>When it was sent, UTC.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>Whether it is meant.</summary>
    public CapStatus Status { get; init; }

    /// <summary>Whether it is new or changes or takes back earlier ones.</summary>
    public CapKind Kind { get; init; }

    /// <summary>True when it is for everybody.</summary>
    public bool Public { get; init; }

    /// <summary><see cref="Own"/>, the name of the feed it came by, or <c>import</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The organization that sent it; null for one from outside.</summary>
    public string? Organization { get; init; }

    /// <summary>What it is about.</summary>
    public string Event { get; init; } = "";

    /// <summary>Extreme, Severe, Moderate, Minor or Unknown.</summary>
    public string Severity { get; init; } = "";

    /// <summary>One line in Chinese, or in its first language.</summary>
    public string Headline { get; init; } = "";

    /// <summary>One line in English, or in its first language.</summary>
    public string EnglishHeadline { get; init; } = "";

    /// <summary>From when it holds, UTC.</summary>
    public DateTimeOffset BeginsAt { get; init; }

    /// <summary>Until when it holds, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What its signature proved when it came.</summary>
    public SignatureState Signature { get; init; }

    /// <summary>When it came, UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The message that changed it or took it back; null while none did.</summary>
    public long? ReplacedBy { get; init; }

    /// <summary>When it was changed or taken back, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>True while people should act by it.</summary>
    public bool ActiveAt(DateTimeOffset now) =>
        Public && EndedAt is null && Kind is CapKind.Alert or CapKind.Update && Status is CapStatus.Actual or CapStatus.Exercise && BeginsAt <= now && now < ExpiresAt;
}
