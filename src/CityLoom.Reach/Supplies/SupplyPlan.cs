using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Supplies;

/// <summary>What goes from where to where, and what can't be met.</summary>
/// <param name="Shipments">In order of priority, then of request.</param>
/// <param name="Unmet">What is short, with the reason.</param>
public sealed record SupplyPlan(IReadOnlyList<Shipment> Shipments, IReadOnlyList<Unmet> Unmet);

/// <summary>One way of one item from a warehouse to a request.</summary>
/// <param name="Request">What it serves.</param>
/// <param name="Warehouse">Where it is taken.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Seconds">Driving time.</param>
/// <param name="Lots">The lots it is taken from, those that expire first before the others.</param>
/// <param name="Alternatives">The other warehouses that hold the item in time, nearest first.</param>
public sealed record Shipment(
    SupplyRequest Request, string Warehouse, long Quantity, int Seconds, IReadOnlyList<LotDraw> Lots, IReadOnlyList<SupplyAlternative> Alternatives);

/// <summary>What is taken from one lot.</summary>
/// <param name="Expires">When the lot expires; null when it keeps.</param>
/// <param name="Quantity">How much is taken.</param>
public sealed record LotDraw(DateOnly? Expires, long Quantity);

/// <summary>A warehouse that could have served.</summary>
/// <param name="Warehouse">Which.</param>
/// <param name="Seconds">Driving time from it.</param>
/// <param name="Left">What it still can give of the item after the plan.</param>
public sealed record SupplyAlternative(string Warehouse, int Seconds, long Left);

/// <summary>A part of a request that the plan doesn't serve.</summary>
/// <param name="Request">Which request.</param>
/// <param name="Quantity">How much is short.</param>
/// <param name="Reason">Why.</param>
public sealed record Unmet(SupplyRequest Request, long Quantity, Said Reason);
