using CityLoom.Reach.Inputs;

namespace CityLoom.Emergency.Supplies;

/// <summary>
/// Travel times where no road is near: the straight way, lengthened by a detour factor, at a steady speed. Pages say that these are guesses.
/// </summary>
public static class TravelGuess
{
    /// <summary>How much longer a way by road is than the straight line; 1.3 to 1.4 is usual in dense street nets.</summary>
    public const double Detour = 1.4;

    /// <summary>Kilometres per hour of a lorry in the city.</summary>
    public const double Speed = 30;

    private const double EarthKilometres = 6371.0088;

    /// <summary>The seconds from one place to another, in WGS-84 degrees.</summary>
    public static int Seconds((double Longitude, double Latitude) from, (double Longitude, double Latitude) to)
    {
        var (a, b) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(to.Latitude));
        var half = Math.Pow(Math.Sin((b - a) / 2), 2) + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(double.DegreesToRadians(to.Longitude - from.Longitude) / 2), 2);
        var kilometres = 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
        return (int)Math.Round(kilometres * Detour / Speed * 3600);
    }
}
