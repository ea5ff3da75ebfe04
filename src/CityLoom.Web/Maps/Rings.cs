namespace CityLoom.Web.Maps;

/// <summary>Plane geometry of closed rings given without their closing point.</summary>
internal static class Rings
{
    /// <summary>The area, whatever the direction.</summary>
    internal static double Area(IReadOnlyList<MapPoint> ring)
    {
        var sum = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            sum += a.X * b.Y - b.X * a.Y;
        }

        return Math.Abs(sum) / 2;
    }

    /// <summary>The part of a ring inside a box, by Sutherland and Hodgman (1974).</summary>
    internal static List<MapPoint> Clip(IReadOnlyList<MapPoint> ring, MapBox box)
    {
        List<MapPoint> points = [.. ring];
        points = ClipEdge(points, p => p.X - box.Left);
        points = ClipEdge(points, p => box.Right - p.X);
        points = ClipEdge(points, p => p.Y - box.Bottom);
        return ClipEdge(points, p => box.Top - p.Y);
    }

    /// <summary>The distance from a point to the nearest edge, negative outside; several rings count even-odd.</summary>
    internal static double Inside(MapPoint point, IReadOnlyList<IReadOnlyList<MapPoint>> rings)
    {
        var (inside, nearest) = (false, double.MaxValue);
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Count; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
                if (a.Y > point.Y != b.Y > point.Y && point.X < (b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y) + a.X)
                {
                    inside = !inside;
                }

                nearest = Math.Min(nearest, ToSegment(point, a, b));
            }
        }

        return inside ? nearest : -nearest;
    }

    private static List<MapPoint> ClipEdge(List<MapPoint> points, Func<MapPoint, double> depth)
    {
        var kept = new List<MapPoint>();
        for (var i = 0; i < points.Count; i++)
        {
            var (a, b) = (points[(i + points.Count - 1) % points.Count], points[i]);
            var (da, db) = (depth(a), depth(b));
            if (da >= 0 != db >= 0)
            {
                var t = da / (da - db);
                kept.Add(new MapPoint(a.X + t * (b.X - a.X), a.Y + t * (b.Y - a.Y)));
            }

            if (db >= 0)
            {
                kept.Add(b);
            }
        }

        return kept;
    }

    private static double ToSegment(MapPoint p, MapPoint a, MapPoint b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = dx * dx + dy * dy;
        var t = length == 0 ? 0 : Math.Clamp(((p.X - a.X) * dx + (p.Y - a.Y) * dy) / length, 0, 1);
        var (x, y) = (p.X - a.X - t * dx, p.Y - a.Y - t * dy);
        return Math.Sqrt(x * x + y * y);
    }
}
