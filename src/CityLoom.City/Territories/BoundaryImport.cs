using System.Text.Json;
using CityLoom.City.Trees;

namespace CityLoom.City.Territories;

/// <summary>Reads outlines of territories from a GeoJSON feature collection; each feature names its territory by code.</summary>
/// <remarks>The code is the property <c>code</c> or <c>adcode</c> or the feature's <c>id</c>. Faults count features from 1.</remarks>
public static class BoundaryImport
{
    /// <summary>All outlines moved to WGS-84, or every fault; nothing is taken by halves.</summary>
    /// <param name="source">Name of the file, for the faults.</param>
    /// <param name="json">Its content.</param>
    /// <param name="datum">What the coordinates refer to; null is refused, because the numbers do not tell.</param>
    /// <param name="tree">The territories that the outlines belong to.</param>
    public static Import<IReadOnlyList<TerritoryBoundary>> Read(string source, Stream json, Datum? datum, TerritoryTree tree)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(source, document.RootElement, datum, tree);
        }
        catch (JsonException broken)
        {
            return Refused(new ImportFault(
                source, (int?)broken.LineNumber + 1, "boundary.json", "不是有效的 JSON；文件可能被截断。", "This is no valid JSON; the file may be cut off."));
        }
    }

    private static Import<IReadOnlyList<TerritoryBoundary>> Read(string source, JsonElement root, Datum? datum, TerritoryTree tree)
    {
        if (DatumFaults.Find(source, root, datum) is { } wrong)
        {
            return Refused(wrong);
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
        {
            return Refused(new ImportFault(
                source, null, "boundary.no-features", "不是 GeoJSON 要素集合（FeatureCollection）。", "This is no GeoJSON FeatureCollection."));
        }

        var reader = new FeatureReader(source, datum!.Value, tree);
        foreach (var feature in features.EnumerateArray())
        {
            reader.Add(feature);
        }

        return reader.Finish();
    }

    private static Import<IReadOnlyList<TerritoryBoundary>> Refused(ImportFault fault) =>
        Import.Refused<IReadOnlyList<TerritoryBoundary>>([fault]);
}
