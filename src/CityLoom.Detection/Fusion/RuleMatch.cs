namespace CityLoom.Detection.Fusion;

/// <summary>A plain rule that holds, and the alarms that make it hold.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Alarms">The latest alarm of each source.</param>
public sealed record RuleMatch(SourceRule Rule, IReadOnlyList<StreamSignal> Alarms);
