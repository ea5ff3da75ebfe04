using CityLoom.City.Organizations;
using CityLoom.City.Territories;

namespace CityLoom.City.Trees;

/// <summary>The trees of a city at one moment, with what is looked up in them. Immutable and shared.</summary>
public sealed class CityTrees
{
    /// <summary>Indexes the trees.</summary>
    public CityTrees(TerritoryTree territories, IReadOnlyList<TerritoryBoundary> boundaries, CategoryTree categories, OrganizationTree organizations)
    {
        Territories = territories;
        Categories = categories;
        Organizations = organizations;
        Map = new TerritoryMap(territories, boundaries);
        Directory = new OrganizationDirectory(organizations, territories);
        Advice = new OwnerAdvice(organizations, categories, territories, Directory);
    }

    /// <summary>A city that nothing is known of yet.</summary>
    public static CityTrees Empty { get; } = new(new TerritoryTree([]), [], new CategoryTree([]), new OrganizationTree([]));

    /// <summary>The division tree.</summary>
    public TerritoryTree Territories { get; }

    /// <summary>Where its territories lie.</summary>
    public TerritoryMap Map { get; }

    /// <summary>The categories of concerns.</summary>
    public CategoryTree Categories { get; }

    /// <summary>The accountable bodies.</summary>
    public OrganizationTree Organizations { get; }

    /// <summary>Whom a written name means.</summary>
    public OrganizationDirectory Directory { get; }

    /// <summary>Who may be meant where no name is written.</summary>
    public OwnerAdvice Advice { get; }
}
