using System.Collections.Frozen;
using CityLoom.City.Trees;

namespace CityLoom.City.Territories;

/// <summary>The division tree of a city.</summary>
public sealed class TerritoryTree : Tree<Territory>
{
    private readonly FrozenDictionary<string, Territory[]> _byName;

    /// <summary>Makes the tree from territories that have been checked.</summary>
    /// <exception cref="ArgumentException">They are no tree; see <see cref="TerritoryImport"/> for a check that says where.</exception>
    public TerritoryTree(IReadOnlyCollection<Territory> territories)
        : base(territories)
    {
        _byName = All
            .SelectMany(t => TerritoryNames.Forms(t.Name, t.Level), (t, form) => (t, form))
            .GroupBy(p => p.form, p => p.t, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(t => t.Level).ThenBy(t => t.Code, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>
    /// The territories that a written name may mean, larger ones first: those with just this name if there are any, otherwise
    /// those that differ in suffixes only (江岸 for 江岸区, 大智街 for 大智街道, 和平社区 for 和平社区居委会).
    /// </summary>
    /// <param name="name">As someone wrote it.</param>
    /// <param name="within">Only territories that are this one or below it.</param>
    public IReadOnlyList<Territory> FindByName(string name, string? within = null)
    {
        var candidates = TerritoryNames.Forms(name.Trim())
            .Select(form => _byName.GetValueOrDefault(form, []).Where(t => within is null || Within(t.Code, within)).ToArray())
            .FirstOrDefault(found => found.Length > 0) ?? [];
        var exact = candidates.Where(t => t.Name == name.Trim()).ToArray();
        return exact.Length > 0 ? exact : candidates;
    }

    /// <summary>The nearest territory of a level at or above this one; null when there is none.</summary>
    public Territory? AtLevel(string code, TerritoryLevel level) => Upwards(code).FirstOrDefault(t => t.Level == level);

    /// <summary>All territories of a level, by code.</summary>
    public IEnumerable<Territory> OfLevel(TerritoryLevel level) => All.Where(t => t.Level == level);
}
