namespace CityLoom.City.Rates;

/// <summary>What was counted for one unit.</summary>
/// <param name="Unit">The unit's code or name; each unit once in a table.</param>
/// <param name="Numerator">The count above the line; negative only for a reduction that was a growth.</param>
/// <param name="Denominator">The count below the line, 0 or more.</param>
public sealed record Tally(string Unit, long Numerator, long Denominator);
