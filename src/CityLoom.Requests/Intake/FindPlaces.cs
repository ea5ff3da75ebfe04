using CityLoom.City.Territories;

namespace CityLoom.Requests.Intake;

/// <summary>Finds the places that somebody may mean, to choose from where their words leave it open.</summary>
public static class FindPlaces
{
    /// <summary>
    /// Territories of that name; else those whose name holds the words; else the districts, one of which everybody can tell.
    /// </summary>
    /// <param name="words">What was written; may be empty.</param>
    /// <param name="tree">The city's division.</param>
    /// <param name="most">How many at most; districts are never cut.</param>
    public static IReadOnlyList<Territory> Of(string? words, TerritoryTree tree, int most = 8)
    {
        var named = Text.OrNull(words) is { } name ? Named(name, tree).Take(most).ToList() : [];
        return named.Count > 0 ? named : [.. tree.OfLevel(TerritoryLevel.District)];
    }

    private static IEnumerable<Territory> Named(string name, TerritoryTree tree)
    {
        var same = tree.FindByName(name).Where(t => t.Level > TerritoryLevel.City).ToList();
        return same.Count > 0 ? same : tree.All.Where(t => t.Level > TerritoryLevel.City && t.Name.Contains(name, StringComparison.Ordinal));
    }
}
