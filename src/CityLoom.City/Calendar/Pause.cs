namespace CityLoom.City.Calendar;

/// <summary>A span [start, end) in which a clock stands still.</summary>
/// <param name="Start">The first instant of the pause.</param>
/// <param name="End">The first instant after it; null while the pause is still open. An end at or before the start makes no pause.</param>
public readonly record struct Pause(DateTimeOffset Start, DateTimeOffset? End);
