namespace CityLoom.City.Calendar;

/// <summary>A day for which a notice says whether people work, against or in confirmation of the plain Monday–Friday week.</summary>
/// <param name="Date">The civil day.</param>
/// <param name="Working">True for a make-up working day, false for a holiday.</param>
/// <param name="Kind">The notice's own words for the day, shown in explanations; may be empty.</param>
public sealed record CalendarException(DateOnly Date, bool Working, string Kind);
