namespace CityLoom.Detection.Fusion;

/// <summary>Settings of the memory of warnings.</summary>
/// <param name="QuietDays">A warning ends when it has not been seen for more than so many days; until then a new finding joins it.</param>
public sealed record MemoryOptions(int QuietDays = 14);
