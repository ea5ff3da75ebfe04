namespace CityLoom.Reach.Roads;

/// <summary>A place on the earth in WGS-84, in whole ten-millionths of a degree (about a centimetre), as OpenStreetMap keeps it.</summary>
/// <param name="E7Longitude">Longitude × 10⁷, east positive.</param>
/// <param name="E7Latitude">Latitude × 10⁷, north positive.</param>
public readonly record struct Position(int E7Longitude, int E7Latitude)
{
    private const double PerDegree = 1e7;

    /// <summary>Longitude in degrees.</summary>
    public double Longitude => E7Longitude / PerDegree;

    /// <summary>Latitude in degrees.</summary>
    public double Latitude => E7Latitude / PerDegree;

    /// <summary>The position nearest to the degrees given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degrees are not on the earth.</exception>
    public static Position OfDegrees(double longitude, double latitude)
    {
        if (!OnEarth(longitude, latitude))
        {
            throw new ArgumentOutOfRangeException(nameof(longitude), $"{longitude}, {latitude} is not a longitude within ±180 and a latitude within ±90");
        }
        return new((int)Math.Round(longitude * PerDegree), (int)Math.Round(latitude * PerDegree));
    }

    /// <summary>True for a longitude within ±180 and a latitude within ±90.</summary>
    public static bool OnEarth(double longitude, double latitude) => Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90;
}
