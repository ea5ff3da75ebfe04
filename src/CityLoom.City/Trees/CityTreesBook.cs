using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityLoom.City.Trees;

/// <summary>Keeps the trees of a city and hands out the present ones: read once, and again within seconds of an import by whichever node or verb.</summary>
public sealed class CityTreesBook(Database database, TimeProvider time)
{
    private const long Trees = 1;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private volatile Reading? _present;

    /// <summary>Territories with their outlines, categories and organizations: one chain for all, since they are replaced together.</summary>
    public static KeptSubject Kept { get; } = new(
        "trees",
        [
            new RowSet("territories", RowSet.Only, "code, name, level, parent_code, zone"),
            new RowSet("territory_boundaries", RowSet.Only, "code, shape"),
            new RowSet("categories", RowSet.Only, "code, name, english_name, parent_code, keywords"),
            new RowSet("organizations", RowSet.Only, "code, name, short_name, english_name, parent_code, territory_code, kind, categories, aliases"),
        ]);

    /// <summary>The present trees.</summary>
    public CityTrees Present =>
        _present is { } reading && time.GetElapsedTime(reading.CheckedAt) < Freshness ? reading.Trees : Reload();

    /// <summary>Reads the trees again if they have been replaced since.</summary>
    public CityTrees Reload()
    {
        var before = _present;
        var checkedAt = time.GetTimestamp();
        var version = database.Read(VersionOf);
        var trees = before?.Version == version ? before.Trees : database.Read(Load);
        _present = new Reading(trees, version, checkedAt);
        return trees;
    }

    /// <summary>Replaces all trees at once, in one transaction.</summary>
    public static void Replace(Writing writing, CityTrees trees, DateTimeOffset at, Actor by)
    {
        ReplaceTerritories(writing, trees.Territories, trees.Map.Boundaries);
        ReplaceOrganizations(writing, trees.Categories, trees.Organizations);
        Kept.Append(writing, Trees, at, by, "imported", new
        {
            territories = trees.Territories.All.Count,
            boundaries = trees.Map.Boundaries.Count,
            categories = trees.Categories.All.Count,
            organizations = trees.Organizations.All.Count,
        });
    }

    private static void ReplaceTerritories(Writing writing, TerritoryTree territories, IReadOnlyList<TerritoryBoundary> boundaries)
    {
        writing.Execute("delete from territory_boundaries");
        writing.Execute("delete from territories");
        ManyRows.Insert(
            writing, "territories", ["code", "name", "level", "parent_code", "zone"],
            territories.All.Select(t => new object?[] { t.Code, t.Name, t.Level.ToString(), t.ParentCode, t.Zone }));
        ManyRows.Insert(
            writing, "territory_boundaries", ["code", "shape"],
            boundaries.Select(b => new object?[] { b.Code, b.Shape.AsText() }));
    }

    private static void ReplaceOrganizations(Writing writing, CategoryTree categories, OrganizationTree organizations)
    {
        writing.Execute("delete from categories");
        writing.Execute("delete from organizations");
        ManyRows.Insert(
            writing, "categories", ["code", "name", "english_name", "parent_code", "keywords"],
            categories.All.Select(c => new object?[] { c.Code, c.Name, c.EnglishName, c.ParentCode, Join(c.Keywords) }));
        ManyRows.Insert(
            writing, "organizations",
            ["code", "name", "short_name", "english_name", "parent_code", "territory_code", "kind", "categories", "aliases"],
            organizations.All.Select(o => new object?[]
            {
                o.Code, o.Name, o.ShortName, o.EnglishName, o.ParentCode, o.TerritoryCode, o.Kind.ToString(), Join(o.Categories), Join(o.Aliases),
            }));
    }

    /// <summary>Reads the trees from the store.</summary>
    public static CityTrees Load(Session session)
    {
        var territories = new TerritoryTree(session.Rows<TerritoryRow>("select * from territories")
            .ConvertAll(r => new Territory(r.Code, r.Name, r.Level, r.ParentCode, r.Zone)));
        var boundaries = session.Rows<BoundaryRow>("select * from territory_boundaries")
            .ConvertAll(r => new TerritoryBoundary(r.Code, Shape(r.Shape)));
        var categories = new CategoryTree(session.Rows<CategoryRow>("select * from categories")
            .ConvertAll(r => new Category(r.Code, r.Name, r.EnglishName, r.ParentCode, Split(r.Keywords))));
        var organizations = new OrganizationTree(session.Rows<OrganizationRow>("select * from organizations").ConvertAll(r => r.ToOrganization()));
        return new CityTrees(territories, boundaries, categories, organizations);
    }

    /// <summary>How often the trees have been replaced, as their journal tells.</summary>
    private static long VersionOf(Session session) =>
        session.Value<long>("select coalesce(max(seq), 0) from journal where subject = 'trees' and subject_id = 1");

    private static Geometry Shape(string text) => new WKTReader().Read(text);

    private static string Join(IEnumerable<string> list) => string.Join(';', list);

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private sealed record Reading(CityTrees Trees, long Version, long CheckedAt);

    private sealed record TerritoryRow
    {
        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public TerritoryLevel Level { get; init; }

        public string? ParentCode { get; init; }

        public string? Zone { get; init; }
    }

    private sealed record BoundaryRow
    {
        public string Code { get; init; } = "";

        public string Shape { get; init; } = "";
    }

    private sealed record CategoryRow
    {
        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public string EnglishName { get; init; } = "";

        public string? ParentCode { get; init; }

        public string Keywords { get; init; } = "";
    }

    private sealed record OrganizationRow
    {
        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public string ShortName { get; init; } = "";

        public string EnglishName { get; init; } = "";

        public string? ParentCode { get; init; }

        public string TerritoryCode { get; init; } = "";

        public OrganizationKind Kind { get; init; }

        public string Categories { get; init; } = "";

        public string Aliases { get; init; } = "";

        public Organization ToOrganization() => new()
        {
            Code = Code,
            Name = Name,
            ShortName = ShortName,
            EnglishName = EnglishName,
            ParentCode = ParentCode,
            TerritoryCode = TerritoryCode,
            Kind = Kind,
            Categories = Split(Categories),
            Aliases = Split(Aliases),
        };
    }
}
