namespace CityLoom.City.Territories;

/// <summary>A place on the earth in degrees, longitude first as in GeoJSON. The datum is WGS-84 unless something says otherwise.</summary>
/// <param name="Longitude">-180 to 180, east positive.</param>
/// <param name="Latitude">-90 to 90, north positive.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    /// <summary>Mean radius of the earth in metres (IUGG).</summary>
    private const double EarthRadius = 6_371_008.8;

    /// <summary>True when both are numbers within the bounds of longitude and latitude.</summary>
    public bool IsOnEarth => Math.Abs(Longitude) <= 180 && Math.Abs(Latitude) <= 90;

    /// <summary>Metres to another place along a great circle (haversine; good to 0.5 %).</summary>
    public double MetresTo(GeoPoint other)
    {
        var (lat1, lat2) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var dLat = Math.Sin((lat2 - lat1) / 2);
        var dLon = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        return 2 * EarthRadius * Math.Asin(Math.Sqrt((dLat * dLat) + (Math.Cos(lat1) * Math.Cos(lat2) * dLon * dLon)));
    }
}
