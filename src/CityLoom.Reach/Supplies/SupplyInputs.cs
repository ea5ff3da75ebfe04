using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Supplies;

/// <summary>A quantity of one item in one warehouse that expires together.</summary>
/// <param name="Warehouse">Its place in the table of road times.</param>
/// <param name="Item">What it is.</param>
/// <param name="Quantity">How much is there, in the item's own unit.</param>
/// <param name="Reserve">The part that stays for the warehouse's own area (minimum stock).</param>
/// <param name="Expires">The last day on which it may be used; null when it keeps.</param>
public sealed record StockLot(string Warehouse, string Item, long Quantity, long Reserve, DateOnly? Expires)
{
    /// <summary>More than this of anything is refused as a slip of the pen.</summary>
    public const long Most = 1_000_000_000;

    /// <summary>Reads <c>warehouse,item,quantity[,reserve,expires]</c> as CSV, or says what is wrong in which line.</summary>
    public static Checked<IReadOnlyList<StockLot>> Read(string name, TextReader text) => InputFaultException.Catch<IReadOnlyList<StockLot>>(() =>
    [
        .. Sheet.Read(name, text, "warehouse", "item", "quantity").Rows.Select(Lot),
    ]);

    private static StockLot Lot(SheetRow row)
    {
        var quantity = row.Whole("quantity", 0, Most);
        return new StockLot(row.Needed("warehouse"), row.Needed("item"), quantity, row.Whole("reserve", 0, quantity, 0), row.Date("expires"));
    }
}

/// <summary>A need for one item at one place.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Place">Where, as in the table of road times.</param>
/// <param name="Item">What is needed.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Priority">1 (first) to 4, as the grade of the incident.</param>
/// <param name="Within">The seconds of driving within which it must come; null for no limit.</param>
public sealed record SupplyRequest(string Id, string Place, string Item, long Quantity, int Priority, int? Within)
{
    /// <summary>Reads <c>id,place,item,quantity,priority[,within]</c> as CSV, or says what is wrong in which line.</summary>
    public static Checked<IReadOnlyList<SupplyRequest>> Read(string name, TextReader text) => InputFaultException.Catch<IReadOnlyList<SupplyRequest>>(() =>
    {
        var requests = new Dictionary<string, SupplyRequest>(StringComparer.Ordinal);
        foreach (var row in Sheet.Read(name, text, "id", "place", "item", "quantity", "priority").Rows)
        {
            var within = row.Whole("within", 0, int.MaxValue - 1, -1);
            var request = new SupplyRequest(
                row.Needed("id"), row.Needed("place"), row.Needed("item"), row.Whole("quantity", 1, StockLot.Most),
                (int)row.Whole("priority", 1, 4), within < 0 ? null : (int)within);
            if (!requests.TryAdd(request.Id, request))
            {
                throw row.Fault("sheet.twice", $"需求 {request.Id} 出现两次。", $"The request {request.Id} appears twice.");
            }
        }

        return [.. requests.Values];
    });
}
