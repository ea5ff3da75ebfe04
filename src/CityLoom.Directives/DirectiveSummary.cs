using CityLoom.City.Matters;

namespace CityLoom.Directives;

/// <summary>A directive in a list, with how far it has come.</summary>
public sealed record DirectiveSummary
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who issued it.</summary>
    public string? Issuer { get; init; }

    /// <summary>会议报道, 决议, 报告, 方案 or 通报.</summary>
    public string? Kind { get; init; }

    /// <summary>Day of the act or meeting.</summary>
    public string? Date { get; init; }

    /// <summary>Where it stands.</summary>
    public DirectiveStatus Status { get; init; }

    /// <summary>The desk that keeps it.</summary>
    public string Organization { get; init; } = "";

    /// <summary>When it was imported, UTC.</summary>
    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Its actions and targets.</summary>
    public int Measures { get; init; }

    /// <summary>Those of them that nobody has decided on yet.</summary>
    public int Pending { get; init; }

    /// <summary>How far the matters made of it have come.</summary>
    public MatterCount Matters { get; init; } = new();
}
