using CityLoom.City.Territories;
using CityLoom.City.Trees;

namespace CityLoom.Requests.Catalogue;

/// <summary>A combination that only the safety net holds.</summary>
/// <param name="Category">Code of the category.</param>
/// <param name="Territory">Code of the territory.</param>
/// <param name="Organization">Who gets it therefore.</param>
public sealed record Gap(string Category, string Territory, string Organization);

/// <summary>Two lines of which neither is narrower in both ways, so that the rule and not the catalogue decides.</summary>
/// <param name="Winner">The line that holds: that of the narrower category.</param>
/// <param name="Loser">The line that does not.</param>
/// <param name="Category">Where they meet: the category.</param>
/// <param name="Territory">And the territory.</param>
public sealed record Crossing(Duty Winner, Duty Loser, string Category, string Territory);

/// <summary>A line that gives an organization what lies outside its own territory or its own categories.</summary>
/// <param name="Duty">The line.</param>
/// <param name="Outside">True when the territory lies outside, false when the category does.</param>
public sealed record Stray(Duty Duty, bool Outside);

/// <summary>What the owner of the catalogue should look at.</summary>
/// <param name="Gaps">Combinations of category and district that only the safety net holds.</param>
/// <param name="Crossings">Lines in conflict.</param>
/// <param name="Strays">Lines that do not fit the tree of organizations.</param>
public sealed record CatalogueReview(IReadOnlyList<Gap> Gaps, IReadOnlyList<Crossing> Crossings, IReadOnlyList<Stray> Strays)
{
    /// <summary>Looks at every narrowest category in every district.</summary>
    public static CatalogueReview Of(DutyCatalogue catalogue, CityTrees trees)
    {
        var leaves = trees.Categories.All.Where(c => trees.Categories.Children(c.Code).Count == 0).Select(c => c.Code).ToList();
        var districts = trees.Territories.OfLevel(TerritoryLevel.District).Select(t => t.Code).ToList();
        var gaps = from category in leaves
                   from territory in districts
                   let duty = catalogue.DutyOf(category, territory, trees)
                   where duty is null or { Category: "" }
                   select new Gap(category, territory, duty?.Organization ?? "");
        return new CatalogueReview([.. gaps], [.. Cross(catalogue, trees)], [.. Astray(catalogue, trees)]);
    }

    /// <summary>
    /// A narrower category for a wider place against a wider category for a narrower place, with different owners, where no line for
    /// just that category at just that place settles it.
    /// </summary>
    private static IEnumerable<Crossing> Cross(DutyCatalogue catalogue, CityTrees trees) =>
        from narrow in catalogue.Duties
        where narrow.Category.Length > 0
        from wide in catalogue.Duties
        where wide.Category != narrow.Category && wide.Territory != narrow.Territory && wide.Category.Length > 0 && wide.Organization != narrow.Organization
            && trees.Categories.Within(narrow.Category, wide.Category) && trees.Territories.Within(wide.Territory, narrow.Territory)
            && catalogue.DutyOf(narrow.Category, wide.Territory, trees) == narrow
        select new Crossing(narrow, wide, narrow.Category, wide.Territory);

    private static IEnumerable<Stray> Astray(DutyCatalogue catalogue, CityTrees trees) =>
        from duty in catalogue.Duties
        let organization = trees.Organizations.Find(duty.Organization)
        where organization is not null
        let outside = !trees.Territories.Within(duty.Territory, organization.TerritoryCode)
        let foreign = organization.Categories.Count > 0 && duty.Category.Length > 0 && !organization.Categories.Any(c => trees.Categories.Within(duty.Category, c))
        where outside || foreign
        select new Stray(duty, outside);
}
