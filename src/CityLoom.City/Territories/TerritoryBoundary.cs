using NetTopologySuite.Geometries;

namespace CityLoom.City.Territories;

/// <summary>The outline of a territory.</summary>
/// <param name="Code">Whose outline it is.</param>
/// <param name="Shape">A valid polygon or multipolygon in WGS-84 degrees, longitude first.</param>
public sealed record TerritoryBoundary(string Code, Geometry Shape);
