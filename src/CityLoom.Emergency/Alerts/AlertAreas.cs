using CityLoom.City;
using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace CityLoom.Emergency.Alerts;

/// <summary>Areas of an alert from the division tree: each territory with its code and, where it has one, its outline.</summary>
public static class AlertAreas
{
    /// <summary>The name under which codes of the division tree stand in an alert.</summary>
    public const string CodeList = "GB/T 2260";

    /// <summary>How far a point of an outline may move, in degrees: some 50 metres, far below what an area of an alert means.</summary>
    private const double Tolerance = 0.0005;

    /// <summary>The areas of these territories in a language; codes that the tree does not know are left out.</summary>
    public static IReadOnlyList<CapArea> Of(IEnumerable<string> territories, CityTrees trees, string language) =>
        [.. territories.Distinct(StringComparer.Ordinal).Select(code => trees.Territories.Find(code)).OfType<Territory>().Select(t => Of(t, trees, language))];

    private static CapArea Of(Territory territory, CityTrees trees, string language) => new()
    {
        Description = new Bilingual(territory.Name, EnglishName(territory, trees)).In(language),
        Polygons = trees.Map.Boundaries.FirstOrDefault(b => b.Code == territory.Code) is { } boundary ? [.. Polygons(boundary.Shape)] : [],
        Codes = [(CodeList, territory.Code)],
    };

    /// <summary>The tree has Chinese names only; a district's English one stands in the name of its government.</summary>
    private static string EnglishName(Territory territory, CityTrees trees) =>
        trees.Organizations.All.FirstOrDefault(o => o.Kind == OrganizationKind.Government && o.TerritoryCode == territory.Code)?.EnglishName
            .Replace(" People's Government", "", StringComparison.Ordinal).Replace(" Municipal", "", StringComparison.Ordinal) ?? territory.Name;

    /// <summary>Outer rings with latitude before longitude, as the standard has it and geometry has not.</summary>
    private static IEnumerable<IReadOnlyList<(double, double)>> Polygons(Geometry shape)
    {
        var simple = TopologyPreservingSimplifier.Simplify(shape, Tolerance);
        for (var i = 0; i < simple.NumGeometries; i++)
        {
            if (simple.GetGeometryN(i) is Polygon polygon)
            {
                yield return [.. polygon.ExteriorRing.Coordinates.Select(c => (Math.Round(c.Y, 5), Math.Round(c.X, 5)))];
            }
        }
    }
}
