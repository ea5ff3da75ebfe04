using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate;

namespace CityLoom.Reach.Supplies;

/// <summary>
/// Decides from which warehouses requests are served: those of a higher priority as far as stock and time allow before any of a
/// lower, and then with the least sum of quantity times driving time. Each item is a minimum-cost flow of its own, in which what
/// stays unmet flows at a price that falls with the priority and exceeds any detour.
/// </summary>
public static class PlanSupplies
{
    /// <summary>The plan.</summary>
    /// <param name="stock">What lies where; expired lots and reserves are not given out.</param>
    /// <param name="requests">What is needed where.</param>
    /// <param name="times">Road times from warehouses to places.</param>
    /// <param name="today">The day by which expiry is judged.</param>
    public static Checked<SupplyPlan> Run(IReadOnlyList<StockLot> stock, IReadOnlyList<SupplyRequest> requests, PlaceTimes times, DateOnly today)
    {
        if (stock.FirstOrDefault(lot => lot.Quantity is < 0 or > StockLot.Most || lot.Reserve < 0 || lot.Reserve > lot.Quantity) is { } lot)
        {
            return new InputFault("supplies.bad-stock", $"{lot.Warehouse} 的 {lot.Item} 库存 {lot.Quantity}（保底 {lot.Reserve}）不合理。",
                $"The stock of {lot.Item} at {lot.Warehouse} is {lot.Quantity} with a reserve of {lot.Reserve}; neither may be negative, nor the reserve exceed the stock.");
        }

        if (requests.FirstOrDefault(request => request.Quantity is < 1 or > StockLot.Most || request.Priority is < 1 or > 4) is { } bad)
        {
            return new InputFault("supplies.bad-request", $"需求 {bad.Id} 的数量 {bad.Quantity} 或优先级 {bad.Priority} 不合理（优先级 1–4）。",
                $"The request {bad.Id} asks for {bad.Quantity} at priority {bad.Priority}; the quantity must be positive, the priority 1 to 4.");
        }

        var plans = requests.GroupBy(request => request.Item, StringComparer.Ordinal).Select(group =>
            new ItemPlan([.. stock.Where(lot => lot.Item == group.Key)], [.. group.OrderBy(request => request.Priority).ThenBy(request => request.Id, StringComparer.Ordinal)], times, today));
        var solved = plans.Select(plan => plan.Solve()).ToList();
        return new SupplyPlan(
            [.. solved.SelectMany(plan => plan.Shipments).OrderBy(s => s.Request.Priority).ThenBy(s => s.Request.Id, StringComparer.Ordinal).ThenBy(s => s.Seconds)],
            [.. solved.SelectMany(plan => plan.Unmet).OrderBy(unmet => unmet.Request.Priority).ThenBy(unmet => unmet.Request.Id, StringComparer.Ordinal)]);
    }
}
