using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City;

/// <summary>The demo city's trees, read once from demo/.</summary>
internal static class DemoCity
{
    private static readonly Lazy<TerritoryTree> LazyTerritories = new(() => TerritoryImport.Read("divisions.csv", Open("territory/divisions.csv")).AsOutcome().Value);
    private static readonly Lazy<CategoryTree> LazyCategories = new(() => CategoryImport.Read("categories.csv", Open("categories.csv")).AsOutcome().Value);
    private static readonly Lazy<OrganizationTree> LazyOrganizations = new(
        () => OrganizationImport.Read("organizations.csv", Open("organizations.csv"), Territories, Categories).AsOutcome().Value);

    public static TerritoryTree Territories => LazyTerritories.Value;

    public static CategoryTree Categories => LazyCategories.Value;

    public static OrganizationTree Organizations => LazyOrganizations.Value;

    public static StreamReader Open(string file) => new(Path.Combine(Repository.Root, "demo", file));

    /// <summary>A file that lies beside the repository for evaluation; the test is skipped where it does not.</summary>
    public static string Shared(string file)
    {
        Assert.SkipWhen(Repository.Shared is null, "There is no folder of examples beside the repository.");
        return Path.Combine(Repository.Shared!, file);
    }
}
