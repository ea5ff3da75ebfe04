using CityLoom.City.Territories;

namespace CityLoom.Requests.Intake;

/// <summary>Squares of 0.005 degrees, some 550 m from south to north, by which an index finds what is nearby.</summary>
internal static class MapCell
{
    private const double Side = 0.005;
    private const long Columns = 100_000;
    private const long Coarse = 4;

    /// <summary>The square of a point on earth.</summary>
    public static long Of(GeoPoint point) => (Row(point.Latitude) * Columns) + Column(point.Longitude);

    /// <summary>The middle of a square.</summary>
    public static GeoPoint Centre(long cell) => new((((cell % Columns) + 0.5) * Side) - 180, (((cell / Columns) + 0.5) * Side) - 90);

    /// <summary>The middle of the sixteen squares, four by four and some 2.2 km wide, to which a square belongs.</summary>
    public static GeoPoint CoarseCentre(long cell) => new(
        (((cell % Columns / Coarse) + 0.5) * Coarse * Side) - 180, (((cell / Columns / Coarse) + 0.5) * Coarse * Side) - 90);

    /// <summary>The squares that hold all places within so many metres of a point; at most some 80 for 2 km.</summary>
    public static List<long> Around(GeoPoint point, double metres)
    {
        var north = metres / 111_000;
        var east = north / Math.Max(0.1, Math.Cos(double.DegreesToRadians(point.Latitude)));
        var cells = new List<long>();
        for (var row = Row(point.Latitude - north); row <= Row(point.Latitude + north); row++)
        {
            for (var column = Column(point.Longitude - east); column <= Column(point.Longitude + east); column++)
            {
                cells.Add((row * Columns) + column);
            }
        }

        return cells;
    }

    private static long Row(double latitude) => (long)Math.Floor((latitude + 90) / Side);

    private static long Column(double longitude) => (long)Math.Floor((longitude + 180) / Side);
}
