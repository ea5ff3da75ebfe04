namespace CityLoom.Detection.Nowcast;

/// <summary>How many events of a day became known after so many days.</summary>
/// <param name="Event">The civil day they happened on.</param>
/// <param name="Delay">Days until the report, 0 for the same day.</param>
/// <param name="Count">How many.</param>
public readonly record struct DelayedCount(DateOnly Event, int Delay, int Count);
