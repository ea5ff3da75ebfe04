using CityLoom.Kernel.Storage;
using CityLoom.Reach.Inputs;
using CityLoom.Reach.Supplies;

namespace CityLoom.Emergency.Supplies;

/// <summary>Where one request would be served from, and what would be short.</summary>
/// <param name="Need">The request.</param>
/// <param name="Draws">From which lot how much.</param>
/// <param name="Seconds">The longest of the ways, by <see cref="SupplyWays"/>; 0 without any.</param>
/// <param name="Short">How much is missing.</param>
/// <param name="Reason">Why it is missing; null when nothing is.</param>
public sealed record NeedPlan(SupplyNeed Need, IReadOnlyList<(Lot Lot, long Quantity)> Draws, int Seconds, long Short, Said? Reason);

/// <summary>
/// Plans all requests that wait, together: the more urgent before the others, then the least sum of quantity times way
/// (<see cref="PlanSupplies"/>). What must stay in a warehouse and what has expired is not given out; what expires first goes first.
/// </summary>
public static class PlanDispatch
{
    /// <summary>The plan of all requests that wait.</summary>
    public static IReadOnlyList<NeedPlan> Of(Session session, DateOnly today, SupplyWays ways) =>
        Of(StockBook.Open(session).FindAll(n => n.State == SupplyState.Requested), StockBook.Lots(session), StockBook.Minimums(session), StockBook.Warehouses(session), today, ways);

    /// <summary>The plan of these requests from these lots.</summary>
    public static IReadOnlyList<NeedPlan> Of(
        IReadOnlyList<SupplyNeed> needs, IReadOnlyList<Lot> lots, IReadOnlyList<StockMinimum> minimums, IReadOnlyList<Warehouse> warehouses, DateOnly today, SupplyWays ways)
    {
        var plan = PlanSupplies.Run(Stock(lots, minimums, today), [.. needs.Select(RequestOf)], Times(needs, warehouses, ways), today).Value;
        var left = lots.ToDictionary(l => l.Id, l => l.Free);
        return [.. needs.Select(need => Of(need, plan, lots, left, today))];
    }

    private static NeedPlan Of(SupplyNeed need, SupplyPlan plan, IReadOnlyList<Lot> lots, Dictionary<long, long> left, DateOnly today)
    {
        var shipments = plan.Shipments.Where(s => s.Request.Id == Name(need)).ToList();
        var draws = shipments.SelectMany(s => s.Lots.SelectMany(d => Draw(need.Item, s.Warehouse, d, lots, left, today))).ToList();
        var unmet = plan.Unmet.FirstOrDefault(u => u.Request.Id == Name(need));
        return new NeedPlan(need, draws, shipments.Count == 0 ? 0 : shipments.Max(s => s.Seconds), unmet?.Quantity ?? 0, unmet?.Reason);
    }

    /// <summary>The lots behind what is to be taken of one expiry in one warehouse.</summary>
    private static IEnumerable<(Lot, long)> Draw(string item, string warehouse, LotDraw draw, IReadOnlyList<Lot> lots, Dictionary<long, long> left, DateOnly today)
    {
        var wanted = draw.Quantity;
        foreach (var lot in lots.Where(l => l.Item == item && l.Warehouse == warehouse && l.Expires == draw.Expires && l.GoodOn(today)).OrderBy(l => l.Id))
        {
            var taken = Math.Min(wanted, left[lot.Id]);
            if (taken > 0)
            {
                left[lot.Id] -= taken;
                wanted -= taken;
                yield return (lot, taken);
            }
        }
    }

    /// <summary>What must stay is kept in the lots that expire last, so that the early ones are free to go.</summary>
    private static List<StockLot> Stock(IReadOnlyList<Lot> lots, IReadOnlyList<StockMinimum> minimums, DateOnly today)
    {
        var least = minimums.ToDictionary(m => (m.Warehouse, m.Item), m => m.Least);
        var stock = new List<StockLot>();
        foreach (var lot in lots.OrderByDescending(l => l.Expires ?? DateOnly.MaxValue).ThenByDescending(l => l.Id))
        {
            var stays = lot.GoodOn(today) ? Math.Min(least.GetValueOrDefault((lot.Warehouse, lot.Item)), lot.Free) : 0;
            least[(lot.Warehouse, lot.Item)] = least.GetValueOrDefault((lot.Warehouse, lot.Item)) - stays;
            stock.Add(new StockLot(lot.Warehouse, lot.Item, lot.Free, stays, lot.Expires));
        }

        return stock;
    }

    private static PlaceTimes Times(IReadOnlyList<SupplyNeed> needs, IReadOnlyList<Warehouse> warehouses, SupplyWays ways)
    {
        var times = new PlaceTimes();
        foreach (var warehouse in warehouses)
        {
            foreach (var need in needs)
            {
                if (ways.Seconds((warehouse.Longitude, warehouse.Latitude), (need.Longitude, need.Latitude)) is { } seconds)
                {
                    times.Set(warehouse.Code, "need:" + Name(need), seconds);
                }
            }
        }

        return times;
    }

    private static SupplyRequest RequestOf(SupplyNeed need) => new(Name(need), "need:" + Name(need), need.Item, need.Quantity, need.Priority, need.WithinMinutes * 60);

    private static string Name(SupplyNeed need) => need.Id.ToString("0000000000", System.Globalization.CultureInfo.InvariantCulture);
}
