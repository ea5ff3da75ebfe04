namespace CityLoom.Reach.Search;

/// <summary>Where a search begins.</summary>
/// <param name="Node">The node.</param>
/// <param name="Time">The time already spent on getting to it, in units; 0 or more.</param>
public readonly record struct Start(int Node, int Time = 0);
