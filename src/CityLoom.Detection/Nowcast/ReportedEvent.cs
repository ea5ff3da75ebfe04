namespace CityLoom.Detection.Nowcast;

/// <summary>One event and when it became known.</summary>
/// <param name="Event">The civil day it happened on, such as the onset of an illness.</param>
/// <param name="Report">The civil day it was reported on, not before the event.</param>
public readonly record struct ReportedEvent(DateOnly Event, DateOnly Report);
