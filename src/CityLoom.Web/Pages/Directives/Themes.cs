using CityLoom.Directives;

namespace CityLoom.Web.Pages.Directives;

/// <summary>The measures of a directive under one heading.</summary>
/// <param name="Name">The heading; null for measures under none.</param>
/// <param name="Measures">Those below it, in the order of the text.</param>
public sealed record Theme(string? Name, IReadOnlyList<MeasureProgress> Measures)
{
    /// <summary>The themes at the outermost level of headings that tells measures apart, in the order of the text.</summary>
    public static List<Theme> Of(IReadOnlyList<MeasureProgress> measures)
    {
        var deepest = measures.Count == 0 ? 0 : measures.Max(m => m.Theme.Count);
        var level = Enumerable.Range(0, deepest).FirstOrDefault(l => measures.Select(m => At(m, l)).Distinct().Count() > 1);
        return [.. measures.GroupBy(m => At(m, level)).Select(g => new Theme(g.Key, [.. g]))];
    }

    private static string? At(MeasureProgress measure, int level) =>
        measure.Theme.Count == 0 ? null : measure.Theme[Math.Min(level, measure.Theme.Count - 1)];
}
