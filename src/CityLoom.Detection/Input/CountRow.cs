namespace CityLoom.Detection.Input;

/// <summary>One usable row of a table of counts.</summary>
/// <param name="Line">Number of its line, from 1.</param>
/// <param name="Series">Its series; null when the table has one only.</param>
/// <param name="Date">First day of the period.</param>
/// <param name="Count">The count; NaN where the cell is empty.</param>
/// <param name="Population">The population; NaN where there is none.</param>
/// <param name="Others">The further columns.</param>
internal readonly record struct CountRow(long Line, string? Series, DateOnly Date, double Count, double Population, double[] Others);
