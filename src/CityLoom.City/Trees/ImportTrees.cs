using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Trees;

/// <summary>Puts one of the two trees in the place of the present one; the other stays and must still fit.</summary>
public static class ImportTrees
{
    private const int Shown = 5;

    /// <summary>New territories. Refused when an organization or an open matter would be left without its territory.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="territories">The new division tree.</param>
    /// <param name="boundaries">The new outlines; null keeps those of territories that stay.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    public static Outcome<CityTrees> Territories(
        Writing writing, TerritoryTree territories, IReadOnlyList<TerritoryBoundary>? boundaries, DateTimeOffset at, Actor by)
    {
        var present = CityTreesBook.Load(writing);
        var used = present.Organizations.All.Select(o => o.TerritoryCode)
            .Concat(writing.Rows<string>("select distinct territory from matters where open = 1 and territory is not null"));
        if (Missing(used, c => territories.Find(c) is not null) is { } missing)
        {
            return new Refusal(
                "territory.in-use",
                $"新区划中缺少仍有单位或未结事项的区划：{missing}；请先调整单位或事项。",
                $"Organizations or open matters are still at territories that the new tree lacks: {missing}. Move them first.",
                409);
        }

        var kept = boundaries ?? [.. present.Map.Boundaries.Where(b => territories.Find(b.Code) is not null)];
        return Replace(writing, new CityTrees(territories, kept, present.Categories, present.Organizations), at, by);
    }

    /// <summary>New organizations. Refused when an open matter would be left without its owner.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="categories">What they handle.</param>
    /// <param name="organizations">The new tree, checked against the present territories.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    public static Outcome<CityTrees> Organizations(
        Writing writing, CategoryTree categories, OrganizationTree organizations, DateTimeOffset at, Actor by)
    {
        var used = writing.Rows<string>("select accountable from matters where open = 1 union select holder from matters where open = 1");
        if (Missing(used, c => organizations.Find(c) is not null) is { } missing)
        {
            return new Refusal(
                "organization.in-use",
                $"新名录中缺少仍有未结事项的单位：{missing}；请先移交事项。",
                $"Open matters still belong to organizations that the new tree lacks: {missing}. Hand them over first.",
                409);
        }

        var present = CityTreesBook.Load(writing);
        return Replace(writing, new CityTrees(present.Territories, present.Map.Boundaries, categories, organizations), at, by);
    }

    private static CityTrees Replace(Writing writing, CityTrees trees, DateTimeOffset at, Actor by)
    {
        CityTreesBook.Replace(writing, trees, at, by);
        return trees;
    }

    private static string? Missing(IEnumerable<string> used, Func<string, bool> known)
    {
        var missing = used.Distinct().Where(c => !known(c)).Order(StringComparer.Ordinal).ToArray();
        return missing.Length == 0 ? null : string.Join(", ", missing.Take(Shown)) + (missing.Length > Shown ? $" … ({missing.Length})" : "");
    }
}
