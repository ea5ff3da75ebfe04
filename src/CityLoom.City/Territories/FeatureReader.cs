using System.Text.Json;
using CityLoom.City.Trees;
using NetTopologySuite.Geometries;

namespace CityLoom.City.Territories;

/// <summary>Turns the features of one GeoJSON file into outlines and gathers what is wrong with them.</summary>
internal sealed class FeatureReader(string source, Datum datum, TerritoryTree tree)
{
    private readonly List<TerritoryBoundary> _boundaries = [];
    private readonly List<ImportFault> _faults = [];
    private readonly List<ImportFault> _notes = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly GeometryFactory _geometry = new(new PrecisionModel(), 4326);
    private int _number;

    /// <summary>Reads the next feature.</summary>
    public void Add(JsonElement feature)
    {
        _number++;
        var code = CodeOf(feature);
        if (code is null || tree.Find(code) is null)
        {
            _faults.Add(Fault(
                code, "unknown-territory",
                "要素的 code 属性在区划中不存在；请先导入区划，或改正编码。",
                "no territory has this feature's code; import the divisions first or correct the code."));
            return;
        }

        if (!_seen.Add(code))
        {
            _faults.Add(Fault(code, "duplicate", "同一区划有两个边界；请合并为多面（MultiPolygon）。", "has two outlines; join them into a MultiPolygon."));
            return;
        }

        var rings = new RingReader(datum, _geometry);
        if (rings.Shape(feature.TryGetProperty("geometry", out var geometry) ? geometry : default) is not { } shape)
        {
            _faults.Add(Fault(code, rings.Problem!.Code, rings.Problem.Words, rings.Problem.English));
            return;
        }

        if (rings.Mended is { } mended)
        {
            _notes.Add(Fault(code, mended.Code, mended.Words, mended.English));
        }

        _boundaries.Add(new TerritoryBoundary(code, shape));
    }

    /// <summary>All outlines, or the faults.</summary>
    public Import<IReadOnlyList<TerritoryBoundary>> Finish()
    {
        if (_faults.Count == 0 && _boundaries.Count == 0)
        {
            _faults.Add(new ImportFault(source, null, "boundary.none", "文件中没有任何要素。", "There is no feature in the file."));
        }

        if (_faults.Count > 0)
        {
            return Import.Refused<IReadOnlyList<TerritoryBoundary>>(_faults);
        }

        foreach (var level in _boundaries.Select(b => tree.Find(b.Code)!.Level).Distinct())
        {
            var bare = tree.OfLevel(level).Where(t => !_seen.Contains(t.Code)).Select(t => t.Name).ToArray();
            if (bare.Length > 0)
            {
                var names = string.Join("、", bare.Take(5));
                _notes.Add(new ImportFault(
                    source, null, "boundary.incomplete",
                    $"{level.Word()} 层级还有 {bare.Length} 个区划没有边界：{names}。", $"{bare.Length} territories of level {level.Word()} have no outline: {names}."));
            }
        }

        return Import.Taken<IReadOnlyList<TerritoryBoundary>>(_boundaries, _notes);
    }

    private ImportFault Fault(string? code, string kind, string words, string english) =>
        new(source, null, "boundary." + kind, $"第 {_number} 个要素（{code ?? "无编码"}）：{words}", $"Feature {_number} ({code ?? "no code"}): {english}");

    private static string? CodeOf(JsonElement feature)
    {
        if (feature.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var properties = feature.TryGetProperty("properties", out var p) && p.ValueKind == JsonValueKind.Object ? p : default;
        return Text(properties, "code") ?? Text(properties, "adcode") ?? Text(feature, "id");
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString() : null;
}
