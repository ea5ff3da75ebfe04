using CityLoom.City.Territories;

namespace CityLoom.City.Organizations;

/// <summary>Suggests owners from the catalogue of duties: the words give away a category, the category and the place give the organization.</summary>
/// <remarks>
/// A category scores the length of each of its keywords that stands in the text, so that a longer and rarer word counts for more.
/// An organization that the text names scores above any category. Nothing found: no suggestion, never a guess.
/// </remarks>
public sealed class OwnerAdvice(
    OrganizationTree organizations, CategoryTree categories, TerritoryTree territories, OrganizationDirectory directory)
{
    private const int Most = 3;
    private const double Named = 100;

    /// <summary>Up to three owners, the likeliest first.</summary>
    /// <param name="text">The words of the measure or request.</param>
    /// <param name="territory">Where it is to be done; null: the district that the text names, or else the whole city.</param>
    public IReadOnlyList<OwnerSuggestion> Suggest(string text, string? territory = null)
    {
        var place = territory ?? DistrictIn(text) ?? (territories.Roots is [var city, ..] ? city.Code : "");
        var named = directory.Mentioned(text).Select(o => new OwnerSuggestion(o, Named, "文中点名。", "The words name it."));
        var able = CategoriesIn(text).SelectMany(c => Able(c.Category, place).Select(o => new OwnerSuggestion(
            o, c.Score, $"文中有“{c.Word}”，属“{c.Category.Name}”，由其承办。", $"'{c.Word}' points to {c.Category.EnglishName}, which it handles.")));
        return [.. named.Concat(able)
            .OrderByDescending(s => s.Score).ThenBy(s => s.Organization.Code, StringComparer.Ordinal)
            .DistinctBy(s => s.Organization.Code)
            .Take(Most)];
    }

    /// <summary>The category that the words point to most strongly; null when they point to none.</summary>
    public string? CategoryOf(string text) => CategoriesIn(text).OrderByDescending(c => c.Score).Select(c => c.Category.Code).FirstOrDefault();

    /// <summary>The organization that handles a category at a place: the most local one whose territory holds the place.</summary>
    public Organization? HandlerOf(string category, string territory) =>
        categories.Find(category) is { } found ? Able(found, territory).FirstOrDefault() : null;

    private IEnumerable<(Category Category, string Word, double Score)> CategoriesIn(string text) =>
        from category in categories.All
        let words = category.Keywords.Where(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)).ToArray()
        where words.Length > 0
        let depth = categories.Depth(category.Code)
        select (category, words.MaxBy(w => w.Length)!, words.Sum(w => w.Length) + (0.5 * depth));

    private IEnumerable<Organization> Able(Category category, string place)
    {
        var wider = categories.Upwards(category.Code).Select(c => c.Code).ToList();
        return organizations.All
            .Where(o => territories.Within(place, o.TerritoryCode))
            .Select(o => (Organization: o, Distance: Distance(o, wider)))
            .Where(p => p.Distance >= 0)
            .OrderByDescending(p => territories.Depth(p.Organization.TerritoryCode))
            .ThenBy(p => p.Distance).ThenBy(p => p.Organization.Code, StringComparer.Ordinal)
            .Select(p => p.Organization)
            .Take(1);
    }

    private static int Distance(Organization organization, List<string> wider) => wider.FindIndex(c => organization.Categories.Contains(c));

    private string? DistrictIn(string text) =>
        territories.OfLevel(TerritoryLevel.District).FirstOrDefault(t => text.Contains(t.Name, StringComparison.Ordinal))?.Code;
}
