namespace CityLoom.Detection.Fusion;

/// <summary>One outbreak as the city sees it: opened once, grown by later findings, ended when it has been quiet.</summary>
/// <param name="Id">Condition, place and day that it was opened with; stays for life.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Opened">Day it was opened.</param>
/// <param name="LastSeen">Last day with a finding of it.</param>
/// <param name="Level">The gravest level it reached.</param>
public sealed record Warning(string Id, string Condition, DateOnly Opened, DateOnly LastSeen, WarningLevel Level)
{
    /// <summary>The territories it has reached, each with its first day.</summary>
    public required IReadOnlyDictionary<string, DateOnly> Places { get; init; }

    /// <summary>The sources that spoke for it, each with its first day.</summary>
    public required IReadOnlyDictionary<string, DateOnly> Sources { get; init; }

    /// <summary>The most remarkable finding of it: why the warning is what it is.</summary>
    public required Finding Strongest { get; init; }

    /// <summary>The findings of the last day seen.</summary>
    public required IReadOnlyList<Finding> Latest { get; init; }
}
