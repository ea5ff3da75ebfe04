namespace CityLoom.Detection.Space;

/// <summary>A place that cases are counted at: a point, or a territory by its centre.</summary>
/// <param name="Id">Name or code of the place, as reports print it.</param>
/// <param name="X">East in kilometres, or longitude in degrees on the globe.</param>
/// <param name="Y">North in kilometres, or latitude in degrees on the globe.</param>
/// <param name="Population">People at risk; only the Poisson model reads it.</param>
public sealed record Site(string Id, double X, double Y, double Population = 0);
