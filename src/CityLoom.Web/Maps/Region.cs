namespace CityLoom.Web.Maps;

/// <summary>A named area to be drawn.</summary>
/// <param name="Code">Its division code.</param>
/// <param name="Name">Its full name: 江岸区.</param>
/// <param name="Label">The name as it stands on the map: 江岸.</param>
/// <param name="Rings">Closed rings of longitude and latitude in WGS-84, the last point equal to the first; holes are rings
/// too (drawn even-odd).</param>
public sealed record Region(string Code, string Name, string Label, IReadOnlyList<IReadOnlyList<MapPoint>> Rings);

/// <summary>A point: longitude and latitude in degrees, or x to the right and y downwards on a drawing.</summary>
public readonly record struct MapPoint(double X, double Y);

/// <summary>A rectangle in the same units as the points it holds.</summary>
public readonly record struct MapBox(double Left, double Bottom, double Right, double Top)
{
    /// <summary>The smallest box around the points.</summary>
    public static MapBox Around(IEnumerable<MapPoint> points)
    {
        var (left, bottom, right, top) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var point in points)
        {
            (left, right) = (Math.Min(left, point.X), Math.Max(right, point.X));
            (bottom, top) = (Math.Min(bottom, point.Y), Math.Max(top, point.Y));
        }

        return new MapBox(left, bottom, right, top);
    }

    /// <summary>True for a point inside or on the edge.</summary>
    public bool Holds(MapPoint point) => point.X >= Left && point.X <= Right && point.Y >= Bottom && point.Y <= Top;

    /// <summary>The box grown by a share of its size on every side.</summary>
    public MapBox Grown(double share) => new(
        Left - share * (Right - Left), Bottom - share * (Top - Bottom), Right + share * (Right - Left), Top + share * (Top - Bottom));
}
