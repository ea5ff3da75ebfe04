namespace CityLoom.Detection.Fusion;

/// <summary>A plain rule beside the numbers, such as "two of three sources within seven days".</summary>
/// <param name="Name">What people call it.</param>
/// <param name="AtLeast">How many different sources must have alarmed.</param>
/// <param name="WithinDays">In how many days up to today, today counted.</param>
/// <param name="Level">The level that it raises.</param>
public sealed record SourceRule(string Name, int AtLeast, int WithinDays, WarningLevel Level)
{
    /// <summary>The sources it looks at; empty for all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The conditions it holds for; empty for all.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Whether an alarm next door counts; one at least must be of the place itself.</summary>
    public bool WithNeighbours { get; init; }
}
