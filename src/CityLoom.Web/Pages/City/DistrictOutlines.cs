using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Web.Maps;
using NetTopologySuite.Geometries;

namespace CityLoom.Web.Pages.City;

/// <summary>The map of the districts, drawn once and again only when the trees are replaced. Thread-safe.</summary>
internal sealed class DistrictOutlines
{
    private volatile Drawn? _last;

    /// <summary>The map of these trees; null while no district has a boundary.</summary>
    public CityMap? Of(CityTrees trees)
    {
        var last = _last;
        if (last?.Trees != trees)
        {
            _last = last = new Drawn(trees, Draw(trees));
        }

        return last.Map;
    }

    private static CityMap? Draw(CityTrees trees)
    {
        var regions = trees.Map.Boundaries
            .Select(b => (District: trees.Territories.Find(b.Code)!, b.Shape))
            .Where(b => b.District.Level == TerritoryLevel.District)
            .Select(b => new Region(b.District.Code, b.District.Name, Short(b.District.Name), RingsOf(b.Shape)))
            .ToList();
        return regions.Count == 0 ? null : CityMap.Of(regions);
    }

    /// <summary>江岸 for 江岸区: a map has no room for what all names share.</summary>
    public static string Short(string name) => name.Length > 2 && name[^1] is '区' or '县' or '市' ? name[..^1] : name;

    private static List<IReadOnlyList<MapPoint>> RingsOf(Geometry shape)
    {
        var rings = new List<IReadOnlyList<MapPoint>>();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is Polygon polygon)
            {
                rings.Add(Points(polygon.Shell));
                rings.AddRange(polygon.Holes.Select(Points));
            }
        }

        return rings;
    }

    private static List<MapPoint> Points(LinearRing ring) => [.. ring.Coordinates.Select(c => new MapPoint(c.X, c.Y))];

    private sealed record Drawn(CityTrees Trees, CityMap? Map);
}
