using CityLoom.City.Organizations;
using CityLoom.City.Territories;

namespace CityLoom.Tests.City;

/// <summary>The demo city's trees, read once from demo/.</summary>
internal static class DemoCity
{
    private static readonly Lazy<TerritoryTree> LazyTerritories = new(() => TerritoryImport.Read("divisions.csv", Open("territory/divisions.csv")).AsOutcome().Value);
    private static readonly Lazy<CategoryTree> LazyCategories = new(() => CategoryImport.Read("categories.csv", Open("categories.csv")).AsOutcome().Value);
    private static readonly Lazy<OrganizationTree> LazyOrganizations = new(
        () => OrganizationImport.Read("organizations.csv", Open("organizations.csv"), Territories, Categories).AsOutcome().Value);

    public static string Root { get; } = FindRoot();

    public static TerritoryTree Territories => LazyTerritories.Value;

    public static CategoryTree Categories => LazyCategories.Value;

    public static OrganizationTree Organizations => LazyOrganizations.Value;

    public static StreamReader Open(string file) => new(Path.Combine(Root, "demo", file));

    /// <summary>A file that lies beside the repository for evaluation; the test is skipped where it does not.</summary>
    public static string Shared(string file)
    {
        var path = Path.Combine(Root, "..", "shared", file);
        if (!File.Exists(path))
        {
            Assert.Skip($"../shared/{file} is not here");
        }

        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityLoom.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No CityLoom.slnx above " + AppContext.BaseDirectory);
    }
}
