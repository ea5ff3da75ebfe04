using System.ComponentModel.DataAnnotations;

namespace CityLoom.Health.Warnings;

/// <summary>An act on a warning as it is asked for.</summary>
public sealed record TriageRequest
{
    /// <summary>What is to be done.</summary>
    public WarningAct Act { get; init; }

    /// <summary>The grounds or the reason, 2 to 2,000 characters.</summary>
    [StringLength(2_000)]
    public string? Reason { get; init; }

    /// <summary>The level to be set, 1 to 4.</summary>
    public int? Level { get; init; }

    /// <summary>The day on which it emerged.</summary>
    public DateOnly? Onset { get; init; }

    /// <summary>The version that the person saw; null acts on whatever stands.</summary>
    public int? Version { get; init; }
}
