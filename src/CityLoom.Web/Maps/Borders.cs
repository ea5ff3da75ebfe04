namespace CityLoom.Web.Maps;

/// <summary>
/// Simplifies the borders of neighbouring areas together: a border that two of them share is simplified once, in one
/// direction, so that they stay joined. Douglas–Peucker between the points where three borders meet.
/// </summary>
internal sealed class Borders
{
    private readonly Dictionary<MapPoint, HashSet<MapPoint>> neighbours = [];

    /// <summary>Learns the rings of all areas (without the closing point); equal points must be equal to the last digit.</summary>
    internal Borders(IEnumerable<IReadOnlyList<MapPoint>> rings)
    {
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Count; i++)
            {
                var near = NeighboursOf(ring[i]);
                near.Add(ring[(i + ring.Count - 1) % ring.Count]);
                near.Add(ring[(i + 1) % ring.Count]);
            }
        }
    }

    /// <summary>A ring with no point further than <paramref name="tolerance"/> from the original.</summary>
    internal List<MapPoint> Simplify(IReadOnlyList<MapPoint> ring, double tolerance)
    {
        var simple = new List<MapPoint>();
        var nodes = Nodes(ring);
        for (var i = 0; i < nodes.Count; i++)
        {
            var (from, to) = (nodes[i], i + 1 < nodes.Count ? nodes[i + 1] : nodes[0] + ring.Count);
            List<MapPoint> arc = [.. Enumerable.Range(from, to - from + 1).Select(k => ring[k % ring.Count])];
            simple.AddRange(SimplifyArc(arc, tolerance).SkipLast(1));
        }

        return simple;
    }

    private HashSet<MapPoint> NeighboursOf(MapPoint point)
    {
        if (!neighbours.TryGetValue(point, out var near))
        {
            neighbours[point] = near = [];
        }

        return near;
    }

    // An island has no meeting points: two opposite ones hold it.
    private List<int> Nodes(IReadOnlyList<MapPoint> ring)
    {
        List<int> nodes = [.. Enumerable.Range(0, ring.Count).Where(i => neighbours[ring[i]].Count > 2)];
        if (nodes.Count == 0)
        {
            return [0, ring.Count / 2];
        }

        if (nodes.Count == 1)
        {
            nodes.Add((nodes[0] + ring.Count / 2) % ring.Count);
            nodes.Sort();
        }

        return nodes;
    }

    private static List<MapPoint> SimplifyArc(List<MapPoint> arc, double tolerance)
    {
        var backwards = Compare(arc[0], arc[^1]) is > 0 or 0 && (arc[0] != arc[^1] || Compare(arc[1], arc[^2]) > 0);
        if (backwards)
        {
            arc.Reverse();
        }

        var kept = new List<MapPoint> { arc[0] };
        Keep(arc, 0, arc.Count - 1, tolerance, kept);
        if (backwards)
        {
            kept.Reverse();
        }

        return kept;
    }

    private static void Keep(List<MapPoint> arc, int from, int to, double tolerance, List<MapPoint> kept)
    {
        var (furthest, distance) = (from, tolerance);
        for (var i = from + 1; i < to; i++)
        {
            var away = Distance(arc[i], arc[from], arc[to]);
            if (away > distance)
            {
                (furthest, distance) = (i, away);
            }
        }

        if (furthest == from)
        {
            kept.Add(arc[to]);
            return;
        }

        Keep(arc, from, furthest, tolerance, kept);
        Keep(arc, furthest, to, tolerance, kept);
    }

    private static int Compare(MapPoint a, MapPoint b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Y.CompareTo(b.Y);

    private static double Distance(MapPoint p, MapPoint a, MapPoint b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = Math.Sqrt(dx * dx + dy * dy);
        return length == 0
            ? Math.Sqrt((p.X - a.X) * (p.X - a.X) + (p.Y - a.Y) * (p.Y - a.Y))
            : Math.Abs((p.X - a.X) * dy - (p.Y - a.Y) * dx) / length;
    }
}
