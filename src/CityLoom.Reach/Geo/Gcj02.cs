using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Geo;

/// <summary>
/// Moves places between WGS-84 and GCJ-02 with the formulas that open-source map tools have used since 2013 (ellipsoid of Krasovsky
/// 1940, sums of sines); the official ones are not published. Outside a rectangle around China both are the same.
/// </summary>
public static class Gcj02
{
    private const double SemiMajorAxis = 6_378_245.0;
    private const double EccentricitySquared = 0.006_693_421_622_965_943;
    private const int Steps = 12;

    /// <summary>A place read under a datum, in WGS-84.</summary>
    public static Position Read(double longitude, double latitude, Datum datum)
    {
        var (x, y) = datum == Datum.Gcj02 ? ToWgs84(longitude, latitude) : (longitude, latitude);
        return Position.OfDegrees(x, y);
    }

    /// <summary>Longitude and latitude under a datum of a place in WGS-84.</summary>
    public static (double Longitude, double Latitude) Write(Position place, Datum datum) =>
        datum == Datum.Gcj02 ? FromWgs84(place.Longitude, place.Latitude) : (place.Longitude, place.Latitude);

    /// <summary>Where a WGS-84 place stands on a GCJ-02 map, in degrees.</summary>
    public static (double Longitude, double Latitude) FromWgs84(double longitude, double latitude)
    {
        if (longitude is < 72.004 or > 137.8347 || latitude is < 0.8293 or > 55.8271)
        {
            return (longitude, latitude);
        }
        var (x, y) = (longitude - 105, latitude - 35);
        var root = Math.Sqrt(1 - (EccentricitySquared * Math.Pow(Math.Sin(double.DegreesToRadians(latitude)), 2)));
        var meridian = SemiMajorAxis * (1 - EccentricitySquared) / (root * root * root);
        var parallel = SemiMajorAxis / root * Math.Cos(double.DegreesToRadians(latitude));
        return (longitude + double.RadiansToDegrees(East(x, y) / parallel), latitude + double.RadiansToDegrees(North(x, y) / meridian));
    }

    /// <summary>The WGS-84 place that stands here on a GCJ-02 map: the shift changes so slowly that correcting by the miss converges at once.</summary>
    public static (double Longitude, double Latitude) ToWgs84(double longitude, double latitude)
    {
        var (x, y) = (longitude, latitude);
        for (var step = 0; step < Steps; step++)
        {
            var (east, north) = FromWgs84(x, y);
            (x, y) = (x + longitude - east, y + latitude - north);
        }
        return (x, y);
    }

    private static double East(double x, double y) =>
        300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x))) + Ripple(x)
        + Waves((20, 1, x), (40, 3, x)) + Waves((150, 12, x), (300, 30, x));

    private static double North(double x, double y) =>
        -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x))) + Ripple(x)
        + Waves((20, 1, y), (40, 3, y)) + Waves((160, 12, y), (320, 30, y));

    private static double Ripple(double x) => ((20 * Math.Sin(6 * Math.PI * x)) + (20 * Math.Sin(2 * Math.PI * x))) * 2 / 3;

    private static double Waves((double Height, double Length, double At) a, (double Height, double Length, double At) b) =>
        ((a.Height * Math.Sin(Math.PI * a.At / a.Length)) + (b.Height * Math.Sin(Math.PI * b.At / b.Length))) * 2 / 3;
}
