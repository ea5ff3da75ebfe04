namespace CityLoom.City.Rates;

/// <summary>One unit in a league table.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Numerator">The count above the line.</param>
/// <param name="Denominator">The count below the line: the n that is shown beside the value.</param>
/// <param name="Value">The rate, or null where there is nothing to divide by.</param>
/// <param name="Interval">The 95 % interval, or null where the rate has none.</param>
/// <param name="Rank">The place from 1, shared by equal values (1, 1, 3); null below the minimum volume.</param>
public sealed record LeagueRow(string Unit, long Numerator, long Denominator, double? Value, Interval? Interval, int? Rank);
