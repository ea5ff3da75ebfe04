using CityLoom.City;
using CityLoom.Emergency.Plans;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Supplies;

/// <summary>A lot as it is brought into a warehouse.</summary>
public sealed record NewLot
{
    /// <summary>Code of the warehouse.</summary>
    public string Warehouse { get; init; } = "";

    /// <summary>Code of the item.</summary>
    public string Item { get; init; } = "";

    /// <summary>How much, 1 to 1,000,000.</summary>
    public long Quantity { get; init; }

    /// <summary>The last day on which it may be used; null when it keeps.</summary>
    public DateOnly? Expires { get; init; }
}

/// <summary>Brings stock into a warehouse, and takes out what has expired.</summary>
public static class KeepStock
{
    /// <summary>The lot, or why not.</summary>
    public static Outcome<Lot> Bring(Writing writing, NewLot asked, SignedIn by, CityContext city)
    {
        if (StockBook.Warehouses(writing).Find(w => w.Code == asked.Warehouse) is not { } warehouse)
        {
            return SupplyRefusals.NoWarehouse;
        }

        return asked switch
        {
            _ when !ActivatePlan.MayCommand(by, warehouse.Organization, city) => SupplyRefusals.NotYours,
            _ when StockBook.Items(writing).TrueForAll(i => i.Code != asked.Item) => SupplyRefusals.NoItem,
            _ when asked.Quantity is < 1 or > 1_000_000 => SupplyRefusals.BadQuantity,
            _ => StockBook.AddLot(writing, new Lot { Warehouse = asked.Warehouse, Item = asked.Item, Quantity = asked.Quantity, Expires = asked.Expires }, city.Now, by.Actor),
        };
    }

    /// <summary>Writes off a lot that has expired and is promised to nobody.</summary>
    public static Outcome<Lot> WriteOff(Writing writing, long id, SignedIn by, CityContext city)
    {
        var item = writing.Value<string>("select item from stock_lots where id = @id", new { id });
        if (item is null || StockBook.TakeLots(writing, item).Find(l => l.Id == id) is not { } lot)
        {
            return SupplyRefusals.NoLot;
        }

        var warehouse = StockBook.Warehouses(writing).First(w => w.Code == lot.Warehouse);
        return !ActivatePlan.MayCommand(by, warehouse.Organization, city) ? SupplyRefusals.NotYours
            : lot.GoodOn(city.Clock.Today) || lot.Held > 0 ? SupplyRefusals.NotExpired
            : StockBook.Save(writing, lot with { Quantity = 0 }, city.Now, by.Actor, "written-off", new { quantity = lot.Quantity });
    }
}
