namespace CityLoom.City.Matters;

/// <summary>An act as it is asked for.</summary>
public sealed record ActRequest
{
    /// <summary>What is to be done.</summary>
    public required Act Act { get; init; }

    /// <summary>To which organization, for dispatch and hand-over.</summary>
    public string? Organization { get; init; }

    /// <summary>Why, or what was done; some acts need it.</summary>
    public string? Reason { get; init; }

    /// <summary>The date asked for, for an extension.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The matter in which it goes on, for a merge.</summary>
    public long? Into { get; init; }

    /// <summary>The colour of a supervision order.</summary>
    public SupervisionColour Colour { get; init; }

    /// <summary>Per cent done, for a progress report.</summary>
    public int? Progress { get; init; }

    /// <summary>The month reported on, <c>2026-03</c>, for a progress report.</summary>
    public string? Period { get; init; }

    /// <summary>Content hash of an evidence file.</summary>
    public string? File { get; init; }

    /// <summary>Name of the evidence file as it was given.</summary>
    public string? FileName { get; init; }

    /// <summary>The version on which this was decided; refused when the matter has moved on since. Null for whatever it is now.</summary>
    public int? Version { get; init; }
}
