using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityLoom.City.Trees;

/// <summary>Keeps the trees of a city and hands out the present ones, read once and again after an import.</summary>
public sealed class CityTreesBook(Database database)
{
    private static readonly Lazy<WKTReader> Wkt = new(() => new WKTReader());
    private volatile CityTrees? _present;

    /// <summary>The present trees.</summary>
    public CityTrees Present => _present ?? Reload();

    /// <summary>Reads the trees again, after an import.</summary>
    public CityTrees Reload() => _present = database.Read(Load);

    /// <summary>Replaces all trees at once, in one transaction.</summary>
    public static void Replace(Writing writing, CityTrees trees, DateTimeOffset at, Actor by)
    {
        ReplaceTerritories(writing, trees.Territories, trees.Map.Boundaries);
        ReplaceOrganizations(writing, trees.Categories, trees.Organizations);
        JournalBook.Append(writing, "trees", 1, at, by, "imported", new
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
        foreach (var t in territories.All)
        {
            writing.Execute(
                "insert into territories (code, name, level, parent_code, zone) values (@Code, @Name, @level, @ParentCode, @Zone)",
                new { t.Code, t.Name, level = t.Level.ToString(), t.ParentCode, t.Zone });
        }

        foreach (var boundary in boundaries)
        {
            writing.Execute("insert into territory_boundaries (code, shape) values (@Code, @shape)", new { boundary.Code, shape = boundary.Shape.AsText() });
        }
    }

    private static void ReplaceOrganizations(Writing writing, CategoryTree categories, OrganizationTree organizations)
    {
        writing.Execute("delete from categories");
        writing.Execute("delete from organizations");
        foreach (var c in categories.All)
        {
            writing.Execute(
                "insert into categories (code, name, english_name, parent_code, keywords) values (@Code, @Name, @EnglishName, @ParentCode, @keywords)",
                new { c.Code, c.Name, c.EnglishName, c.ParentCode, keywords = Join(c.Keywords) });
        }

        foreach (var o in organizations.All)
        {
            writing.Execute(
                "insert into organizations (code, name, short_name, english_name, parent_code, territory_code, kind, categories, aliases) "
                + "values (@Code, @Name, @ShortName, @EnglishName, @ParentCode, @TerritoryCode, @kind, @categories, @aliases)",
                new
                {
                    o.Code, o.Name, o.ShortName, o.EnglishName, o.ParentCode, o.TerritoryCode,
                    kind = o.Kind.ToString(), categories = Join(o.Categories), aliases = Join(o.Aliases),
                });
        }
    }

    private static CityTrees Load(Session session)
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

    private static Geometry Shape(string text) => Wkt.Value.Read(text);

    private static string Join(IEnumerable<string> list) => string.Join(';', list);

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries);

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
