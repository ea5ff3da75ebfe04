namespace CityLoom.Directives;

/// <summary>A document of the city with what it asks for.</summary>
public sealed record Directive
{
    /// <summary>The name under which directives stand in the journal.</summary>
    public const string Subject = "directive";

    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Its title, or its first words where it has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who issued it, as it is written.</summary>
    public string? Issuer { get; init; }

    /// <summary>The meeting it reports on.</summary>
    public string? Meeting { get; init; }

    /// <summary>The place it is about.</summary>
    public string? Place { get; init; }

    /// <summary>会议报道, 决议, 报告, 方案 or 通报.</summary>
    public string? Kind { get; init; }

    /// <summary>Day of the act or meeting: <c>YYYY-MM-DD</c>, <c>YYYY-MM</c> or <c>YYYY</c>.</summary>
    public string? Date { get; init; }

    /// <summary>Where it stands.</summary>
    public DirectiveStatus Status { get; init; }

    /// <summary>Name of the file it came from.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>SHA-256 of that file.</summary>
    public string SourceHash { get; init; } = "";

    /// <summary>The text as a reader should see it; all spans refer to it.</summary>
    public string CleanText { get; init; } = "";

    /// <summary>What the reader found odd, one per line.</summary>
    public string Warnings { get; init; } = "";

    /// <summary>The desk that keeps it and answers for its measures until their owners sign.</summary>
    public string Organization { get; init; } = "";

    /// <summary>When it was imported, UTC.</summary>
    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The last day of the year of the document, a plain due date to suggest where none is written; null when its year is unknown.</summary>
    public DateOnly? YearEnd => Date is { Length: >= 4 } date && int.TryParse(date.AsSpan(0, 4), out var year) ? new DateOnly(year, 12, 31) : null;
}

/// <summary>Where a directive stands.</summary>
public enum DirectiveStatus
{
    /// <summary>Being reviewed.</summary>
    Reviewing,

    /// <summary>Published: its measures are matters.</summary>
    Published,
}
