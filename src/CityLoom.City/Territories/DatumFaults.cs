using System.Text.Json;
using CityLoom.City.Trees;

namespace CityLoom.City.Territories;

/// <summary>Keeps outlines from being read in the wrong datum.</summary>
internal static class DatumFaults
{
    private static readonly string[] WorldNames = ["CRS84", "4326", "WGS84", "WGS-84", "WGS 84", "4490"];

    private static readonly string[] ShiftedNames = ["GCJ02", "GCJ-02", "GCJ 02"];

    /// <summary>Why the datum will not do: not named, contradicted by the file's name or by what the file says of itself.</summary>
    public static ImportFault? Find(string source, JsonElement root, Datum? datum)
    {
        if (datum is null)
        {
            return new ImportFault(
                source, null, "boundary.datum",
                "须注明坐标基准：wgs84 或 gcj02。国内发布的边界多为 GCJ-02，与 WGS-84 相差约 500 米，从数值上看不出来。",
                "Name the datum, wgs84 or gcj02. Outlines published in China are mostly GCJ-02, some 500 m off, and the numbers do not tell.");
        }

        var said = Path.GetFileName(source) + " " + Own(root, "crs") + " " + Own(root, "datum");
        var other = datum == Datum.Wgs84 ? ShiftedNames : WorldNames;
        if (Mentions(said, other) && !Mentions(said, datum == Datum.Wgs84 ? WorldNames : ShiftedNames))
        {
            return new ImportFault(
                source, null, "boundary.datum-contradicted",
                $"指定的坐标基准是 {datum}，文件名或文件内注明的却是另一种；请核对。",
                $"The datum given is {datum}, but the file's name or content says the other; check which is right.");
        }

        var crs = Own(root, "crs");
        return crs.Length > 0 && !Mentions(crs, WorldNames) && !Mentions(crs, ShiftedNames)
            ? new ImportFault(
                source, null, "boundary.crs",
                "文件注明了其他坐标参考系；请先转换为经纬度（CRS84）。", "The file names another reference system; convert it to degrees (CRS84) first.")
            : null;
    }

    private static string Own(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.GetRawText() : "";

    private static bool Mentions(string text, string[] names) => names.Any(n => text.Contains(n, StringComparison.OrdinalIgnoreCase));
}
