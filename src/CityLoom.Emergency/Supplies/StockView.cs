using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Supplies;

/// <summary>One item in one warehouse: what is good, what is promised, what must stay, what expires soon or has.</summary>
/// <param name="Warehouse">Which warehouse.</param>
/// <param name="Item">Which item.</param>
/// <param name="Good">What may be used.</param>
/// <param name="Held">What of it is promised.</param>
/// <param name="Least">What must stay.</param>
/// <param name="Soon">What expires within <see cref="Stock.SoonDays"/> days.</param>
/// <param name="Expired">What has expired and still lies there.</param>
/// <param name="Lots">The lots, those that expire first before the others.</param>
public sealed record StockLine(Warehouse Warehouse, SupplyItem Item, long Good, long Held, long Least, long Soon, long Expired, IReadOnlyList<Lot> Lots)
{
    /// <summary>True when less is free than must stay.</summary>
    public bool Under => Good - Held < Least;
}

/// <summary>All stock with what is wrong with it.</summary>
public static class Stock
{
    /// <summary>From how many days before it expires a lot is shown as near.</summary>
    public const int SoonDays = 60;

    /// <summary>The lines, those with something wrong first.</summary>
    public static IReadOnlyList<StockLine> Of(Session session, DateOnly today) =>
        Of(StockBook.Warehouses(session), StockBook.Items(session), StockBook.Lots(session), StockBook.Minimums(session), today);

    internal static IReadOnlyList<StockLine> Of(
        IReadOnlyList<Warehouse> warehouses, IReadOnlyList<SupplyItem> items, IReadOnlyList<Lot> lots, IReadOnlyList<StockMinimum> minimums, DateOnly today)
    {
        var places = warehouses.ToDictionary(w => w.Code);
        var kinds = items.ToDictionary(i => i.Code);
        var least = minimums.ToDictionary(m => (m.Warehouse, m.Item), m => m.Least);
        var held = lots.ToLookup(l => (l.Warehouse, l.Item));
        return
        [
            .. held.Select(g => g.Key).Union(least.Keys).Select(key => Line(places[key.Warehouse], kinds[key.Item], [.. held[key]], least.GetValueOrDefault(key), today))
                .OrderBy(l => l.Under || l.Expired > 0 ? 0 : l.Soon > 0 ? 1 : 2).ThenBy(l => l.Item.Name, StringComparer.Ordinal).ThenBy(l => l.Warehouse.Code, StringComparer.Ordinal),
        ];
    }

    private static StockLine Line(Warehouse warehouse, SupplyItem item, List<Lot> lots, long least, DateOnly today)
    {
        var good = lots.FindAll(l => l.GoodOn(today));
        return new StockLine(
            warehouse, item, good.Sum(l => l.Quantity), good.Sum(l => l.Held), least,
            good.Where(l => l.Expires <= today.AddDays(SoonDays)).Sum(l => l.Quantity), lots.Where(l => !l.GoodOn(today)).Sum(l => l.Quantity),
            [.. lots.OrderBy(l => l.Expires ?? DateOnly.MaxValue).ThenBy(l => l.Id)]);
    }
}
