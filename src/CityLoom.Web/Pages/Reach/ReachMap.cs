using System.Text;
using CityLoom.City.Territories;
using CityLoom.Emergency.Coverage;
using CityLoom.Reach.Roads;
using CityLoom.Web.Maps;
using CityLoom.Web.Pages.City;
using NetTopologySuite.Geometries;
using Position = CityLoom.Reach.Roads.Position;

namespace CityLoom.Web.Pages.Reach;

/// <summary>A district as it is drawn under the reach.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its short name.</param>
/// <param name="Path">Its outline.</param>
/// <param name="At">Where its label stands.</param>
public sealed record DrawnDistrict(string Code, string Label, string Path, MapPoint At);

/// <summary>What lies under the reach: districts, roads and water as SVG paths in whole units. Made once for a net; immutable.</summary>
public sealed class ReachMap
{
    private const double Wide = 10_000;
    private const double Tolerance = 9;
    private const int MostRoads = 40_000;

    private readonly double _west;
    private readonly double _north;
    private readonly double _across;
    private readonly double _down;

    private ReachMap(CoverageBook.Base net)
    {
        var box = Box(net);
        _down = Wide / Math.Max(1e-6, Math.Max(box.Width * Math.Cos(double.DegreesToRadians(box.Centre.Y)), box.Height * 0.7));
        _across = _down * Math.Cos(double.DegreesToRadians(box.Centre.Y));
        (_west, _north) = (box.MinX, box.MaxY);
        (Width, Height) = (box.Width * _across, box.Height * _down);
        Districts = Outlines(net);
        Inner = InnerBox(net);
        Main = Roads(net, kind => kind is RoadClass.Motorway or RoadClass.Trunk or RoadClass.Primary);
        Minor = Roads(net, kind => kind is RoadClass.Secondary);
        Water = string.Concat(net.Roads.DrawnRivers.Select(r => Line(r.Line.Select(p => At(p.Longitude, p.Latitude)))));
    }

    /// <summary>Width of the whole city in units.</summary>
    public double Width { get; }

    /// <summary>Height of the whole city in units.</summary>
    public double Height { get; }

    /// <summary>The part in which the central districts lie.</summary>
    public MapBox Inner { get; }

    public IReadOnlyList<DrawnDistrict> Districts { get; }

    public string Main { get; }

    public string Minor { get; }

    public string Water { get; }

    /// <summary>What turns units back into degrees: west, north, units per degree across and down.</summary>
    public string Frame => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_west:0.######} {_north:0.######} {_across:0.###} {_down:0.###}");

    public static ReachMap Of(CoverageBook.Base net) => new(net);

    /// <summary>A place in units.</summary>
    public MapPoint At(double longitude, double latitude) => new((longitude - _west) * _across, (_north - latitude) * _down);

    /// <summary>A point that a thick, round stroke makes a dot of the same size at every scale.</summary>
    public string Dot(double longitude, double latitude) => At(longitude, latitude) is var p ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"M{p.X:0} {p.Y:0}h0") : "";

    /// <summary>The area of a reach.</summary>
    public string Area(StationReach reach) => string.Concat(reach.Area.Select(ring => Line(ring.Select(p => At(p.Longitude, p.Latitude))) + "z"));

    /// <summary>The points beyond the standard.</summary>
    public string Uncovered(CoverageBook.Base net, CoverageFigures figures) =>
        string.Concat(figures.Uncovered.Select(p => net.People.People[p]).Where(p => p.People > 0).Select(p => Dot(p.Longitude, p.Latitude)));

    private static Envelope Box(CoverageBook.Base net)
    {
        var box = new Envelope();
        foreach (var boundary in net.Trees.Map.Boundaries)
        {
            box.ExpandToInclude(boundary.Shape.EnvelopeInternal);
        }

        foreach (var point in net.People.People)
        {
            box.ExpandToInclude(point.Longitude, point.Latitude);
        }

        box.ExpandBy(0.01);
        return box;
    }

    private MapBox InnerBox(CoverageBook.Base net)
    {
        var central = Enumerable.Range(0, net.People.People.Count).Where(p => net.People.Standard.IsCentral(net.People.District[p])).Select(p => net.People.People[p]).ToList();
        return central.Count == 0 ? new MapBox(0, 0, Width, Height) : MapBox.Around(central.Select(p => At(p.Longitude, p.Latitude))).Grown(0.04);
    }

    private List<DrawnDistrict> Outlines(CoverageBook.Base net)
    {
        var shapes = net.Trees.Map.Boundaries.Select(b => (Territory: net.Trees.Territories.Find(b.Code)!, b.Shape)).Where(b => b.Territory.Level == TerritoryLevel.District)
            .Select(b => (b.Territory, Rings: Rings(b.Shape))).ToList();
        var borders = new Borders(shapes.SelectMany(s => s.Rings));
        return shapes.ConvertAll(s => new DrawnDistrict(
            s.Territory.Code, DistrictOutlines.Short(s.Territory.Name), string.Concat(s.Rings.Select(r => Line(borders.Simplify(r, Tolerance)) + "z")), LabelPlace.Find([s.Rings.MaxBy(Maps.Rings.Area)!], 700, 300).Place));
    }

    private List<List<MapPoint>> Rings(Geometry shape)
    {
        var rings = new List<List<MapPoint>>();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is Polygon polygon)
            {
                rings.AddRange(polygon.Holes.Prepend(polygon.Shell).Select(ring => ring.Coordinates.SkipLast(1).Select(c => At(c.X, c.Y) is var p ? new MapPoint(Math.Round(p.X), Math.Round(p.Y)) : p).ToList()));
            }
        }

        return rings;
    }

    private string Roads(CoverageBook.Base net, Func<RoadClass, bool> wanted)
    {
        var network = net.Roads.Times.Network;
        var path = new StringBuilder();
        for (var (arc, drawn) = (0, 0); arc < network.ArcCount && drawn < MostRoads && !network.Facts.IsEmpty; arc++)
        {
            var opposite = network.Opposite(arc);
            if ((opposite < 0 || arc < opposite) && network.Facts[arc].Centimetres > 0 && wanted(network.Facts[arc].Class))
            {
                path.Append(Line(network.Shape(arc).Select(p => At(p.Longitude, p.Latitude))));
                drawn++;
            }
        }

        return path.ToString();
    }

    /// <summary>A line in whole units, each step from the one before, which is the shortest to write.</summary>
    private static string Line(IEnumerable<MapPoint> points)
    {
        var path = new StringBuilder();
        var (x, y) = (0L, 0L);
        foreach (var point in points)
        {
            var (toX, toY) = ((long)Math.Round(point.X), (long)Math.Round(point.Y));
            if (path.Length == 0)
            {
                path.Append('M').Append(toX).Append(' ').Append(toY).Append('l');
            }
            else if (toX != x || toY != y)
            {
                path.Append(toX - x).Append(toY < y ? "" : " ").Append(toY - y).Append(' ');
            }

            (x, y) = (toX, toY);
        }

        return path.ToString().TrimEnd(' ', 'l');
    }
}
