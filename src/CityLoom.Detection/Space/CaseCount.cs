namespace CityLoom.Detection.Space;

/// <summary>Cases of one site on one day.</summary>
/// <param name="Site">Number of the site, from 0.</param>
/// <param name="Day">Number of the day, from 0.</param>
/// <param name="Cases">How many, none at least.</param>
public readonly record struct CaseCount(int Site, int Day, int Cases);
