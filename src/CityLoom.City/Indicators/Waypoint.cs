namespace CityLoom.City.Indicators;

/// <summary>A place that a path passes on its way.</summary>
/// <param name="At">The day at whose end it should be reached; the last day of a month or quarter as a rule.</param>
/// <param name="Value">The level to stand at, or for a flow the sum since the path began.</param>
public readonly record struct Waypoint(DateOnly At, decimal Value);
