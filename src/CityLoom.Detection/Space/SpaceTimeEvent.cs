namespace CityLoom.Detection.Space;

/// <summary>One case at a point and an instant.</summary>
/// <param name="X">East, in the unit of the radius.</param>
/// <param name="Y">North, in the unit of the radius.</param>
/// <param name="Time">When, in any unit; only the order counts.</param>
public readonly record struct SpaceTimeEvent(double X, double Y, double Time);
