namespace CityLoom.Detection.Fusion;

/// <summary>What a day did to a warning.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Opened,

    /// <summary>It reached a new place, a new source or a graver level.</summary>
    Grown,

    /// <summary>It turned out to be part of an older one, which goes on with its places.</summary>
    Merged,

    /// <summary>It was quiet for long enough.</summary>
    Ended,
}

/// <summary>A change that people are to be told of; a day that only confirms a warning makes none.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Warning">The warning after it.</param>
public sealed record WarningChange(ChangeKind Kind, Warning Warning)
{
    /// <summary>The level before, when it became graver; null otherwise.</summary>
    public WarningLevel? LevelBefore { get; init; }

    /// <summary>Territories it newly reached.</summary>
    public IReadOnlyList<string> NewPlaces { get; init; } = [];

    /// <summary>Sources that newly spoke for it.</summary>
    public IReadOnlyList<string> NewSources { get; init; } = [];

    /// <summary>The older warning that a merged one became part of; null otherwise.</summary>
    public string? Into { get; init; }
}
