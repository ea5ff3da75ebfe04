namespace CityLoom.Detection.Fusion;

/// <summary>The state after a day.</summary>
/// <param name="Open">The warnings that stand, the oldest first; the input of the next day.</param>
/// <param name="Changes">What people are to be told.</param>
public sealed record WarningStep(IReadOnlyList<Warning> Open, IReadOnlyList<WarningChange> Changes);
