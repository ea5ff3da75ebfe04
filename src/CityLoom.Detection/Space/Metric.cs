namespace CityLoom.Detection.Space;

/// <summary>How the distance of two sites is measured.</summary>
public enum Metric
{
    /// <summary>Straight line between map coordinates in kilometres.</summary>
    Plane,

    /// <summary>Great circle between longitude and latitude in degrees, on a sphere of 6,371.0088 km (haversine), in kilometres.</summary>
    Globe,
}
