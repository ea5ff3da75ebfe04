using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace CityLoom.City.Territories;

/// <summary>Reads one polygon or multipolygon, moves it to WGS-84 and makes it valid where that changes nothing that matters.</summary>
internal sealed class RingReader(Datum datum, GeometryFactory geometry)
{
    private const double MostAreaMended = 0.01;

    /// <summary>Why there is no shape.</summary>
    public Finding? Problem { get; private set; }

    /// <summary>What had to be mended in the shape.</summary>
    public Finding? Mended { get; private set; }

    /// <summary>The shape, or null with a <see cref="Problem"/>.</summary>
    public Geometry? Shape(JsonElement element)
    {
        var type = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var t) ? t.GetString() : null;
        if (type is not ("Polygon" or "MultiPolygon") || !element.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
        {
            return Fail("not-polygon", "边界须为面（Polygon 或 MultiPolygon）。", "an outline is a Polygon or MultiPolygon.");
        }

        var polygons = (type == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToArray()).Select(ReadPolygon).ToArray();
        if (Problem is not null)
        {
            return null;
        }

        Geometry shape = polygons.Length == 1 ? polygons[0]! : geometry.CreateMultiPolygon(polygons);
        return shape.IsEmpty ? Fail("empty", "边界为空。", "the outline is empty.") : Valid(shape);
    }

    private Polygon? ReadPolygon(JsonElement element)
    {
        var rings = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(ReadRing).ToArray() : [null];
        return Problem is not null || rings.Length == 0 || rings.Contains(null)
            ? Fail("not-polygon", "边界须为面（Polygon 或 MultiPolygon）。", "an outline is a Polygon or MultiPolygon.") as Polygon
            : geometry.CreatePolygon(rings[0], rings[1..]!);
    }

    private LinearRing? ReadRing(JsonElement element)
    {
        var places = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(ReadPlace).ToList() : [];
        if (Problem is not null)
        {
            return null;
        }

        if (places.Count > 2 && !places[0]!.Equals2D(places[^1]))
        {
            places.Add(places[0]!.Copy());
            Mended ??= new Finding("closed", "边界环未闭合，已补上起点。", "a ring was not closed; its first position was repeated at the end.");
        }

        if (places.Count < 4)
        {
            Fail("short-ring", "边界环少于 3 个不同的点。", "a ring has fewer than 3 different positions.");
            return null;
        }

        return geometry.CreateLinearRing(places.ToArray()!);
    }

    private Coordinate? ReadPlace(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() < 2
            || element[0].ValueKind != JsonValueKind.Number || element[1].ValueKind != JsonValueKind.Number)
        {
            Fail("position", "坐标须为 [经度, 纬度] 两个数。", "a position is two numbers, [longitude, latitude].");
            return null;
        }

        var place = new GeoPoint(element[0].GetDouble(), element[1].GetDouble());
        if (!place.IsOnEarth)
        {
            var swapped = new GeoPoint(place.Latitude, place.Longitude).IsOnEarth;
            Fail(
                swapped ? "swapped" : "bounds",
                swapped ? $"坐标 {place} 的经纬度写反了；GeoJSON 先经度后纬度。" : $"坐标 {place} 超出经纬度范围；可能是投影坐标（米），请先转换。",
                swapped ? $"{place} has latitude first; GeoJSON puts longitude first." : $"{place} is off the earth; perhaps metres of a projection, convert them first.");
            return null;
        }

        var moved = datum == Datum.Gcj02 ? Gcj02.ToWgs84(place) : place;
        return new Coordinate(moved.Longitude, moved.Latitude);
    }

    private Geometry? Valid(Geometry shape)
    {
        if (shape.IsValid)
        {
            return shape;
        }

        var whole = shape.Area;
        var repaired = GeometryFixer.Fix(shape);
        if (repaired.IsEmpty || repaired is not (Polygon or MultiPolygon) || Math.Abs(repaired.Area - whole) > MostAreaMended * repaired.Area)
        {
            return Fail("self-crossing", "边界自相交，修复会使面积变化超过 1%；请在源数据中改正。", "the outline crosses itself and mending it would change its area by more than 1 %; correct it at its source.");
        }

        Mended = new Finding("mended", "边界自相交，已修复（面积变化不超过 1%）。", "the outline crossed itself and was mended (area changed by at most 1 %).");
        return repaired;
    }

    private Geometry? Fail(string code, string words, string english)
    {
        Problem ??= new Finding(code, words, english);
        return null;
    }

    /// <summary>Something about one outline.</summary>
    internal sealed record Finding(string Code, string Words, string English);
}
