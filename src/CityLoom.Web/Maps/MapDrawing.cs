using System.Text;
using CityLoom.Web.Charts;

namespace CityLoom.Web.Maps;

/// <summary>A map ready to be drawn: its size and its areas as SVG paths with the place of their labels.</summary>
/// <param name="Width">Width of the view box.</param>
/// <param name="Height">Height of the view box.</param>
/// <param name="Shapes">The areas seen in it.</param>
/// <param name="Frame">The part of this map that another one shows larger, on the drawing.</param>
public sealed record MapDrawing(double Width, double Height, IReadOnlyList<MapShape> Shapes, MapBox? Frame);

/// <summary>How a drawing lies over the ground: its left and upper edge in squeezed degrees, its units a degree, and the squeeze of the longitudes.</summary>
public readonly record struct MapGround(double Left, double Top, double Scale, double Squeeze)
{
    /// <summary>Where a place lies on the drawing.</summary>
    /// <param name="longitude">WGS-84 degrees.</param>
    /// <param name="latitude">WGS-84 degrees.</param>
    public MapPoint At(double longitude, double latitude) => new(((longitude * Squeeze) - Left) * Scale, (Top - latitude) * Scale);
}

/// <summary>An area of a drawing; no label where it wouldn't fit.</summary>
public sealed record MapShape(Region Region, string Path, MapPoint? Label);

/// <summary>
/// The areas of a city as two drawings: the whole, and the inner part whose areas are too small to be labelled in it
/// (none when all fit). Computed once for a set of regions; immutable.
/// </summary>
public sealed class CityMap
{
    private const double Width = 320;
    private const double InsetHeight = 257;
    private const double LabelWidth = 38;
    private const double LabelHeight = 27;

    // A label may stand a little over the border of a narrow area.
    private const double Fitting = 0.62;

    // Around the middles of the inner areas, as a share of their extent.
    private const double Margin = 0.28;

    // Areas smaller than this on the drawing, in its units squared, are islets that only smudge it.
    private const double Islet = 6;

    private readonly double squeeze;
    private readonly List<(Region Region, List<List<MapPoint>> Rings)> areas;
    private readonly Borders borders;

    private CityMap(IReadOnlyList<Region> regions)
    {
        var middle = MapBox.Around(regions.SelectMany(r => r.Rings).SelectMany(r => r));
        squeeze = Math.Cos((middle.Bottom + middle.Top) / 2 * Math.PI / 180);
        areas = [.. regions.Select(r => (r, r.Rings.Select(Plane).ToList()))];
        borders = new Borders(areas.SelectMany(a => a.Rings));
        var whole = MapBox.Around(areas.SelectMany(a => a.Rings).SelectMany(r => r)).Grown(0.005);
        Ground = new MapGround(whole.Left, whole.Top, Width / (whole.Right - whole.Left), squeeze);
        Whole = Draw(whole, Height(whole), 1.3, null);
        if (InnerBox() is { } inner)
        {
            Inset = Draw(inner, InsetHeight, 1.0, null);
            Whole = WithoutDoubles(Draw(whole, Height(whole), 1.3, inner));
        }
    }

    /// <summary>The whole city.</summary>
    public MapDrawing Whole { get; }

    /// <summary>Where places lie on the drawing of the whole.</summary>
    public MapGround Ground { get; }

    /// <summary>The inner part, larger; null when the whole shows every label.</summary>
    public MapDrawing? Inset { get; }

    /// <summary>Draws a city. At least one region with at least one ring; a thousand points a region take milliseconds.</summary>
    public static CityMap Of(IReadOnlyList<Region> regions) => new(regions);

    private static double Height(MapBox box) => Math.Round((box.Top - box.Bottom) * Width / (box.Right - box.Left));

    // Degrees of latitude both ways: true enough for a city. Rounded, so that shared points stay equal.
    private List<MapPoint> Plane(IReadOnlyList<MapPoint> ring) =>
        [.. ring.SkipLast(1).Select(p => new MapPoint(Math.Round(p.X * squeeze, 5), Math.Round(p.Y, 5)))];

    // The box around the middles of the largest group of neighbours without a label, with room for the labels.
    private MapBox? InnerBox()
    {
        var small = Whole.Shapes.Where(s => s.Label is null).Select(s => s.Region).ToHashSet();
        var group = Neighbours([.. areas.Where(a => small.Contains(a.Region)).Select(a => a.Rings.MaxBy(Rings.Area)!)]);
        if (group.Count < 2)
        {
            return null;
        }

        var box = MapBox.Around(group.Select(r => LabelPlace.Find([r], LabelWidth, LabelHeight).Place)).Grown(Margin);
        var (x, y) = ((box.Left + box.Right) / 2, (box.Bottom + box.Top) / 2);
        var width = Math.Max(box.Right - box.Left, (box.Top - box.Bottom) * Width / InsetHeight);
        var height = width * InsetHeight / Width;
        return new MapBox(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }

    // The largest set of rings that hang together by shared points.
    private static List<List<MapPoint>> Neighbours(List<List<MapPoint>> rings)
    {
        var largest = new List<List<MapPoint>>();
        while (rings.Count > 0)
        {
            var group = new List<List<MapPoint>> { rings[0] };
            var points = rings[0].ToHashSet();
            rings.RemoveAt(0);
            while (rings.FirstOrDefault(r => r.Exists(points.Contains)) is { } next)
            {
                group.Add(next);
                points.UnionWith(next);
                rings.Remove(next);
            }

            largest = group.Count > largest.Count ? group : largest;
        }

        return largest;
    }

    private MapDrawing Draw(MapBox box, double height, double tolerance, MapBox? frame)
    {
        var scale = Width / (box.Right - box.Left);
        MapPoint At(MapPoint p) => new((p.X - box.Left) * scale, (box.Top - p.Y) * scale);
        var view = new MapBox(-2, -2, Width + 2, height + 2);
        var shapes = new List<MapShape>();
        foreach (var (region, rings) in areas)
        {
            List<List<MapPoint>> seen = [.. rings.Where(r => Rings.Area(r) * scale * scale >= Islet)
                .Select(r => Rings.Clip([.. borders.Simplify(r, tolerance / scale).Select(At)], view)).Where(r => r.Count > 2)];
            if (seen.Count > 0)
            {
                shapes.Add(new MapShape(region, PathOf(seen), Label(seen, new MapBox(2, 2, Width - 2, height - 2))));
            }
        }

        return new MapDrawing(Width, height, shapes, frame is { } f ? Turned(At(new MapPoint(f.Left, f.Bottom)), At(new MapPoint(f.Right, f.Top))) : null);
    }

    // What the inset labels isn't labelled twice.
    private static MapDrawing WithoutDoubles(MapDrawing drawing) => drawing with
    {
        Shapes = [.. drawing.Shapes.Select(s => s.Label is { } place && drawing.Frame!.Value.Holds(place) ? s with { Label = null } : s)],
    };

    private static MapBox Turned(MapPoint a, MapPoint b) => new(a.X, b.Y, b.X, a.Y);

    private static MapPoint? Label(List<List<MapPoint>> rings, MapBox view)
    {
        List<IReadOnlyList<MapPoint>> visible = [.. rings.Select(r => (IReadOnlyList<MapPoint>)Rings.Clip(r, view)).Where(r => r.Count > 2)];
        if (visible.Count == 0)
        {
            return null;
        }

        var (place, fit) = LabelPlace.Find(visible, LabelWidth, LabelHeight);
        return fit >= Fitting ? place : null;
    }

    private static string PathOf(List<List<MapPoint>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            path.Append('M').AppendJoin('L', ring.Select(p => $"{Svg.Number(p.X)} {Svg.Number(p.Y)}")).Append('Z');
        }

        return path.ToString();
    }
}
