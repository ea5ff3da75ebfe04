using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Geo;

/// <summary>Distances on the ground.</summary>
public static class Ground
{
    private const double EarthRadius = 6_371_008.8;

    /// <summary>Metres between two places along a great circle of the mean sphere (haversine).</summary>
    public static double Metres(Position a, Position b)
    {
        var (latitudeA, latitudeB) = (double.DegreesToRadians(a.Latitude), double.DegreesToRadians(b.Latitude));
        var (across, along) = (Math.Sin((latitudeB - latitudeA) / 2), Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2));
        var half = (across * across) + (Math.Cos(latitudeA) * Math.Cos(latitudeB) * along * along);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    /// <summary>Metres east of and north of a place, on a plane that touches the earth there; good to some tens of kilometres.</summary>
    internal static (double East, double North) Plane(Position origin, Position place)
    {
        const double MetresPerUnit = EarthRadius * Math.PI / 180 / 1e7;
        var narrowing = Math.Cos(double.DegreesToRadians(origin.Latitude));
        return (((double)place.E7Longitude - origin.E7Longitude) * MetresPerUnit * narrowing, ((double)place.E7Latitude - origin.E7Latitude) * MetresPerUnit);
    }
}
