namespace CityLoom.City.Indicators;

/// <summary>A value that was reported for a period.</summary>
/// <param name="Period">The period it was measured for.</param>
/// <param name="Value">The value in the indicator's unit: what was added in the period (a flow) or what stood at its end (a level).</param>
/// <param name="Revision">0 for the first report; each correction counts one up, and the highest one speaks.</param>
public sealed record Observation(Period Period, decimal Value, int Revision = 0);
