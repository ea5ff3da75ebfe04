namespace CityLoom.City.Rates;

/// <summary>A 95 % interval.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end; positive infinity where nothing bounds it.</param>
public readonly record struct Interval(double Low, double High);
