namespace CityLoom.Web.Review;

/// <summary>What a span of a directive is, shown by how it is underlined.</summary>
public enum SpanKind
{
    /// <summary>Solid: an act that can be asked after.</summary>
    Action,

    /// <summary>Double: a state to be reached.</summary>
    Target,

    /// <summary>Dotted: an exhortation; not for the ledger.</summary>
    Principle,

    /// <summary>Grey, no line: what was done; not for the ledger.</summary>
    Past,
}

/// <summary>Where a span stands in its review.</summary>
public enum SpanStatus
{
    /// <summary>Nobody has judged it yet.</summary>
    Pending,

    /// <summary>It will become a matter or a target.</summary>
    Accepted,

    /// <summary>It won't.</summary>
    Rejected,

    /// <summary>It was joined to another one, which quotes it.</summary>
    Merged,
}

/// <summary>How a ledger card is opened.</summary>
public enum CardMode
{
    /// <summary>Read and judge.</summary>
    Judge,

    /// <summary>Change the extent, the wording, the kind.</summary>
    Edit,

    /// <summary>Cut into several.</summary>
    Split,

    /// <summary>Join with another.</summary>
    Merge,
}

/// <summary>How kinds are written in markup and words.</summary>
public static class SpanKinds
{
    /// <summary>The value of <c>data-kind</c> and the end of the key in the words.</summary>
    public static string Code(this SpanKind kind) => kind switch
    {
        SpanKind.Action => "action",
        SpanKind.Target => "target",
        SpanKind.Principle => "principle",
        _ => "past",
    };

    /// <summary>True for what the ledger holds: actions and targets.</summary>
    public static bool InLedger(this SpanKind kind) => kind is SpanKind.Action or SpanKind.Target;
}
