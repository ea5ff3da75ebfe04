namespace CityLoom.City.Territories;

/// <summary>
/// Converts between WGS-84 and GCJ-02 with the formulas that open-source map tools have used since 2013 (an ellipsoid of
/// Krasovsky 1940 and sums of sines); the official ones are not published. Outside the rectangle around China the two agree.
/// </summary>
public static class Gcj02
{
    private const double SemiMajorAxis = 6_378_245.0;
    private const double EccentricitySquared = 0.006_693_421_622_965_943;
    private const double Enough = 1e-10;
    private const int MostSteps = 30;

    /// <summary>Where a WGS-84 place stands on a GCJ-02 map.</summary>
    public static GeoPoint FromWgs84(GeoPoint place)
    {
        if (!IsShifted(place))
        {
            return place;
        }

        var (x, y) = (place.Longitude - 105, place.Latitude - 35);
        var latitude = double.DegreesToRadians(place.Latitude);
        var sine = Math.Sin(latitude);
        var magic = 1 - (EccentricitySquared * sine * sine);
        var meridian = SemiMajorAxis * (1 - EccentricitySquared) / (magic * Math.Sqrt(magic));
        var parallel = SemiMajorAxis / Math.Sqrt(magic) * Math.Cos(latitude);
        return new GeoPoint(
            place.Longitude + double.RadiansToDegrees(EastShift(x, y) / parallel),
            place.Latitude + double.RadiansToDegrees(NorthShift(x, y) / meridian));
    }

    /// <summary>The WGS-84 place that stands here on a GCJ-02 map, found by iteration to less than a millimetre.</summary>
    public static GeoPoint ToWgs84(GeoPoint place)
    {
        var guess = place;
        for (var step = 0; step < MostSteps; step++)
        {
            var back = FromWgs84(guess);
            var (east, north) = (place.Longitude - back.Longitude, place.Latitude - back.Latitude);
            guess = new GeoPoint(guess.Longitude + east, guess.Latitude + north);
            if (Math.Abs(east) < Enough && Math.Abs(north) < Enough)
            {
                break;
            }
        }

        return guess;
    }

    /// <summary>True inside the rectangle in which maps of China are shifted.</summary>
    public static bool IsShifted(GeoPoint place) =>
        place.Longitude is >= 72.004 and <= 137.8347 && place.Latitude is >= 0.8293 and <= 55.8271;

    private static double EastShift(double x, double y) =>
        300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)))
        + (((20 * Math.Sin(6 * Math.PI * x)) + (20 * Math.Sin(2 * Math.PI * x))) * 2 / 3)
        + (((20 * Math.Sin(Math.PI * x)) + (40 * Math.Sin(Math.PI * x / 3))) * 2 / 3)
        + (((150 * Math.Sin(Math.PI * x / 12)) + (300 * Math.Sin(Math.PI * x / 30))) * 2 / 3);

    private static double NorthShift(double x, double y) =>
        -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)))
        + (((20 * Math.Sin(6 * Math.PI * x)) + (20 * Math.Sin(2 * Math.PI * x))) * 2 / 3)
        + (((20 * Math.Sin(Math.PI * y)) + (40 * Math.Sin(Math.PI * y / 3))) * 2 / 3)
        + (((160 * Math.Sin(Math.PI * y / 12)) + (320 * Math.Sin(Math.PI * y / 30))) * 2 / 3);
}
