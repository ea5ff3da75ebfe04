using System.Text.Json;
using CityLoom.City.Trees;
using NetTopologySuite.Geometries;

namespace CityLoom.Emergency.Stations;

/// <summary>
/// The rows of an imported file: CSV with a header, or a GeoJSON feature collection whose properties are the columns and whose
/// geometry gives <c>longitude</c> and <c>latitude</c> (of an outline a point inside it). Faults count lines, or features from 1.
/// </summary>
internal static class RegisterSheet
{
    /// <summary>Reads all rows; faults that concern the file as a whole are added to the list.</summary>
    public static List<RegisterLine> Read(string source, string text, string[] required, List<ImportFault> faults)
    {
        var rows = text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{") ? Features(source, text, faults) : Lines(source, text, required, faults);
        if (rows.Count == 0 && faults.Count == 0)
        {
            faults.Add(new ImportFault(source, null, "register.none", "文件中没有数据行。", "There are no rows in the file."));
        }

        return rows;
    }

    private static List<RegisterLine> Lines(string source, string text, string[] required, List<ImportFault> faults)
    {
        var table = CsvTable.Read(source, new StringReader(text), required);
        faults.AddRange(table.Faults);
        return [.. table.Rows.Select(row => new RegisterLine(source, row.Line, column => row[column], faults))];
    }

    private static List<RegisterLine> Features(string source, string text, List<ImportFault> faults)
    {
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'));
            if (!document.RootElement.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            {
                faults.Add(new ImportFault(source, null, "register.no-features", "不是 GeoJSON 要素集合（FeatureCollection）。", "This is no GeoJSON FeatureCollection."));
                return [];
            }

            return [.. features.EnumerateArray().Select((feature, at) => Line(source, feature, at + 1, faults))];
        }
        catch (JsonException broken)
        {
            faults.Add(new ImportFault(source, (int?)broken.LineNumber + 1, "register.json", "不是有效的 JSON；文件可能被截断。", "This is no valid JSON; the file may be cut off."));
            return [];
        }
    }

    private static RegisterLine Line(string source, JsonElement feature, int number, List<ImportFault> faults)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number))
            {
                fields[property.Name] = property.Value.ToString().Trim();
            }
        }

        var line = new RegisterLine(source, number, column => fields.GetValueOrDefault(column, ""), faults);
        if (feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("geometry", out var geometry) && Place(geometry, line) is { } place)
        {
            (fields["longitude"], fields["latitude"]) = (Written(place.X), Written(place.Y));
        }

        return line;
    }

    private static string Written(double degrees) => degrees.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static Coordinate? Place(JsonElement geometry, RegisterLine line)
    {
        var type = geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("type", out var t) ? t.ToString() : "";
        try
        {
            var at = geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("coordinates", out var c) ? c : default;
            switch (type)
            {
                case "Point":
                    return Point(at);
                case "Polygon":
                    var ring = at[0].EnumerateArray().Select(Point).ToArray();
                    var shape = new Polygon(new LinearRing(ring));
                    if (shape.IsValid)
                    {
                        return shape.InteriorPoint.Coordinate;
                    }

                    line.Bad("geometry", "self-crossing", "轮廓自相交，取不出其中的点；请在源数据中改正。", "The outline crosses itself, so no point of it can be taken; correct it at its source.");
                    return null;
                default:
                    line.Bad("geometry", "kind", "几何须为点（Point）或面（Polygon）。", "The geometry must be a Point or a Polygon.");
                    return null;
            }
        }
        catch (Exception malformed) when (malformed is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            line.Bad("geometry", "malformed", "几何的坐标不成形。", "The coordinates of the geometry are malformed.");
            return null;
        }
    }

    private static Coordinate Point(JsonElement at) => new(at[0].GetDouble(), at[1].GetDouble());
}
