using CityLoom.City;
using CityLoom.Emergency.Plans;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Supplies;

/// <summary>What is kept where, as a file: items, warehouses, minimums, sites for two uses. Stock itself is brought lot by lot.</summary>
public sealed record SupplyCatalogue
{
    /// <summary>The catalogue in one chain.</summary>
    public static KeptSubject Kept { get; } = new(
        "supply-catalogue",
        [
            new RowSet("supply_items", RowSet.Only, "code, name, english_name, unit, english_unit"),
            new RowSet("warehouses", RowSet.Only, "code, name, english_name, organization, territory, longitude, latitude"),
            new RowSet("stock_minimums", RowSet.Only, "warehouse, item, least"),
            new RowSet("dual_sites", RowSet.Only, "code, name, english_name, organization, territory, everyday, english_everyday, emergency, english_emergency, capacity, hours, longitude, latitude"),
        ]);

    /// <summary>What is kept.</summary>
    public IReadOnlyList<SupplyItem> Items { get; init; } = [];

    /// <summary>Where it lies.</summary>
    public IReadOnlyList<Warehouse> Warehouses { get; init; } = [];

    /// <summary>What must stay where.</summary>
    public IReadOnlyList<StockMinimum> Minimums { get; init; } = [];

    /// <summary>Sites for two uses.</summary>
    public IReadOnlyList<DualSite> Sites { get; init; } = [];

    /// <summary>
    /// The same, by somebody: stores and sites are for those who command the organization that keeps them, before and after; what an item is
    /// called is for those who command the city, but anybody who may import adds new ones.
    /// </summary>
    public Outcome<int> Import(Writing writing, CityContext city, SignedIn by)
    {
        var (items, stores) = (StockBook.Items(writing).ToDictionary(i => i.Code, StringComparer.Ordinal), StockBook.Warehouses(writing).ToDictionary(w => w.Code, w => w.Organization, StringComparer.Ordinal));
        var sites = StockBook.Sites(writing).ToDictionary(s => s.Code, s => s.Organization, StringComparer.Ordinal);
        bool Mine(string? organization) => organization is null || city.Organizations.Find(organization) is null || ImportPlan.MayFor(by, organization, city);
        var stray = Items.FirstOrDefault(i => items.TryGetValue(i.Code, out var known) && known != i && !ImportPlan.MayForCity(by, city))?.Code
            ?? Warehouses.FirstOrDefault(w => !Mine(w.Organization) || !Mine(stores.GetValueOrDefault(w.Code)))?.Code
            ?? Minimums.FirstOrDefault(m => !Mine(stores.GetValueOrDefault(m.Warehouse)))?.Warehouse
            ?? Sites.FirstOrDefault(s => !Mine(s.Organization) || !Mine(sites.GetValueOrDefault(s.Code)))?.Code;
        return stray is null ? Import(writing, city, by.Actor) : new Refusal(
            "supply.not-in-scope", $"{stray} 归别的单位，或属全市共用名录，不在您的职权范围内。", $"{stray} belongs to another organization, or to the names the whole city shares; it is not yours to change.", 403);
    }

    /// <summary>Takes it in: what it names is made or amended, what it does not name stays.</summary>
    /// <returns>How many lines were taken.</returns>
    public Outcome<int> Import(Writing writing, CityContext city, Actor by)
    {
        if (Fault(writing, city) is { } fault)
        {
            return new Refusal("supply.catalogue", $"物资目录有误：{fault}", $"The catalogue does not fit: {fault}", 400);
        }

        foreach (var item in Items)
        {
            writing.Execute(
                "insert into supply_items (code, name, english_name, unit, english_unit) values (@Code, @Name, @EnglishName, @Unit, @EnglishUnit) on conflict (code) do update set "
                + "name = excluded.name, english_name = excluded.english_name, unit = excluded.unit, english_unit = excluded.english_unit", item);
        }

        foreach (var warehouse in Warehouses)
        {
            writing.Execute(
                "insert into warehouses (code, name, english_name, organization, territory, longitude, latitude) values (@Code, @Name, @EnglishName, @Organization, @Territory, @Longitude, @Latitude) "
                + "on conflict (code) do update set name = excluded.name, english_name = excluded.english_name, organization = excluded.organization, territory = excluded.territory, "
                + "longitude = excluded.longitude, latitude = excluded.latitude", warehouse);
        }

        foreach (var minimum in Minimums)
        {
            writing.Execute(
                "insert into stock_minimums (warehouse, item, least) values (@Warehouse, @Item, @Least) on conflict (warehouse, item) do update set least = excluded.least", minimum);
        }

        foreach (var site in Sites)
        {
            writing.Execute(
                "insert into dual_sites (code, name, english_name, organization, territory, everyday, english_everyday, emergency, english_emergency, capacity, hours, longitude, latitude) "
                + "values (@Code, @Name, @EnglishName, @Organization, @Territory, @Everyday, @EnglishEveryday, @Emergency, @EnglishEmergency, @Capacity, @Hours, @Longitude, @Latitude) "
                + "on conflict (code) do update set name = excluded.name, english_name = excluded.english_name, organization = excluded.organization, territory = excluded.territory, "
                + "everyday = excluded.everyday, english_everyday = excluded.english_everyday, emergency = excluded.emergency, english_emergency = excluded.english_emergency, "
                + "capacity = excluded.capacity, hours = excluded.hours, longitude = excluded.longitude, latitude = excluded.latitude", site);
        }

        Kept.Append(writing, 1, city.Now, by, "imported", this);
        return Items.Count + Warehouses.Count + Minimums.Count + Sites.Count;
    }

    private string? Fault(Session session, CityContext city)
    {
        var items = StockBook.Items(session).Select(i => i.Code).Concat(Items.Select(i => i.Code)).ToHashSet(StringComparer.Ordinal);
        var warehouses = StockBook.Warehouses(session).Select(w => w.Code).Concat(Warehouses.Select(w => w.Code)).ToHashSet(StringComparer.Ordinal);
        return Items.Where(i => i.Code.Length is 0 or > 60 || i.Name.Length is 0 or > 100).Select(i => $"item {i.Code}")
            .Concat(Warehouses.Where(w => w.Code.Length is 0 or > 60 || w.Name.Length == 0 || city.Organizations.Find(w.Organization) is null || city.Territories.Find(w.Territory) is null || !OnEarth(w.Longitude, w.Latitude)).Select(w => $"warehouse {w.Code}"))
            .Concat(Minimums.Where(m => !items.Contains(m.Item) || !warehouses.Contains(m.Warehouse) || m.Least is < 0 or > 1_000_000).Select(m => $"minimum {m.Warehouse} {m.Item}"))
            .Concat(Sites.Where(s => s.Code.Length is 0 or > 60 || s.Name.Length == 0 || city.Organizations.Find(s.Organization) is null || city.Territories.Find(s.Territory) is null
                || s.Capacity is < 1 or > 100_000 || s.Hours is < 0 or > 1_000 || !OnEarth(s.Longitude, s.Latitude)).Select(s => $"site {s.Code}"))
            .FirstOrDefault();
    }

    private static bool OnEarth(double longitude, double latitude) => longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90;
}
