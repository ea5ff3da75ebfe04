using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Supplies;

/// <summary>Keeps stock and requests. Quantities change only here, under a lock and with their entry.</summary>
public static class StockBook
{
    /// <summary>The name under which lots stand in the journal.</summary>
    public const string LotSubject = "stock-lot";

    /// <summary>The name under which requests stand in the journal.</summary>
    public const string NeedSubject = "supply-request";

    private const string LotColumns = "id, warehouse, item, expires, quantity, held, changes";
    private const string NeedColumns = "id, item, quantity, territory, place, longitude, latitude, organization, priority, within_minutes, matter_id, state, words, made_at, changes";

    /// <summary>Lots.</summary>
    public static KeptSubject KeptLots { get; } = new(LotSubject, [new RowSet("stock_lots", "id", LotColumns)]);

    /// <summary>Requests with what goes to them from which lot.</summary>
    public static KeptSubject KeptNeeds { get; } = new(
        NeedSubject,
        [
            new RowSet("supply_requests", "id", NeedColumns),
            new RowSet("supply_transfers", "request_id", "id, lot_id, quantity, returned, state"),
        ]);

    /// <summary>All items, by name.</summary>
    public static List<SupplyItem> Items(Session session) => session.Rows<SupplyItem>("select * from supply_items order by name");

    /// <summary>All warehouses, by name.</summary>
    public static List<Warehouse> Warehouses(Session session) => session.Rows<Warehouse>("select * from warehouses order by name");

    /// <summary>All lots that hold something, those that expire first before the others.</summary>
    public static List<Lot> Lots(Session session, string? item = null) => session.Rows<Lot>(
        $"select {LotColumns} from stock_lots where quantity > 0{(item is null ? "" : " and item = @item")} order by item, warehouse, expires nulls last, id", new { item });

    /// <summary>What must stay where.</summary>
    public static List<StockMinimum> Minimums(Session session) => session.Rows<StockMinimum>("select warehouse, item, least from stock_minimums");

    /// <summary>The sites for two uses, the quickest first.</summary>
    public static List<DualSite> Sites(Session session) => session.Rows<DualSite>("select * from dual_sites order by hours, name");

    /// <summary>Requests for which something is still to be done, the most urgent first; a page of them.</summary>
    public static List<SupplyNeed> Open(Session session, int limit = 200) => session.Rows<SupplyNeed>(
        $"select {NeedColumns} from supply_requests where state in ('Requested', 'Committed', 'Sent') order by priority, id limit @limit", new { limit });

    /// <summary>What came and of which nobody has said yet how much comes back, the latest first.</summary>
    public static List<SupplyNeed> Received(Session session, int limit) =>
        session.Rows<SupplyNeed>($"select {NeedColumns} from supply_requests where state = 'Received' order by id desc limit @limit", new { limit });

    /// <summary>Requests that came or came to nothing, the latest first.</summary>
    public static List<SupplyNeed> Past(Session session, int limit) => session.Rows<SupplyNeed>(
        $"select {NeedColumns} from supply_requests where state not in ('Requested', 'Committed', 'Sent') order by id desc limit @limit", new { limit });

    /// <summary>The request with this identity, or null.</summary>
    public static SupplyNeed? Find(Session session, long id) => session.Row<SupplyNeed>($"select {NeedColumns} from supply_requests where id = @id", new { id });

    /// <summary>What goes to requests, by request.</summary>
    public static ILookup<long, Transfer> Transfers(Session session, IReadOnlyCollection<long> requests) => (requests.Count == 0 ? [] : session.Rows<Transfer>(
        "select t.id, t.request_id, t.lot_id, t.quantity, t.returned, l.warehouse, l.expires from supply_transfers t join stock_lots l on l.id = t.lot_id "
        + $"where {session.Among("t.request_id", "requests")} and t.state <> 'Released' order by t.id", new { requests = requests.ToArray() })).ToLookup(t => t.RequestId);

    internal static SupplyNeed? Take(Writing writing, long id) =>
        writing.Row<SupplyNeed>($"select {NeedColumns} from supply_requests where id = @id{writing.ForUpdate}", new { id });

    /// <summary>The lots of an item, locked in the order of their identities so that two who promise at once wait and never block each other.</summary>
    internal static List<Lot> TakeLots(Writing writing, string item) =>
        writing.Rows<Lot>($"select {LotColumns} from stock_lots where item = @item order by id{writing.ForUpdate}", new { item });

    internal static Lot AddLot(Writing writing, Lot lot, DateTimeOffset at, Actor by)
    {
        var stored = lot with
        {
            Id = writing.Insert("insert into stock_lots (warehouse, item, expires, quantity, held, changes) values (@Warehouse, @Item, @Expires, @Quantity, 0, 0)", lot),
        };
        KeptLots.Append(writing, stored.Id, at, by, "brought", new { after = Standing(stored) });
        return stored;
    }

    internal static Lot Save(Writing writing, Lot lot, DateTimeOffset at, Actor by, string act, object details)
    {
        var next = lot with { Changes = lot.Changes + 1 };
        writing.Execute("update stock_lots set quantity = @Quantity, held = @Held, changes = @Changes where id = @Id", next);
        KeptLots.Append(writing, next.Id, at, by, act, new { details, after = Standing(next) });
        return next;
    }

    internal static SupplyNeed Add(Writing writing, SupplyNeed need, Actor by)
    {
        var stored = need with
        {
            Id = writing.Insert(
                "insert into supply_requests (item, quantity, territory, place, longitude, latitude, organization, priority, within_minutes, matter_id, state, words, made_at, changes) "
                + "values (@Item, @Quantity, @Territory, @Place, @Longitude, @Latitude, @Organization, @Priority, @WithinMinutes, @MatterId, @state, @Words, @MadeAt, 0)",
                new
                {
                    need.Item, need.Quantity, need.Territory, need.Place, need.Longitude, need.Latitude, need.Organization, need.Priority, need.WithinMinutes, need.MatterId,
                    state = $"{need.State}", need.Words, need.MadeAt,
                }),
        };
        KeptNeeds.Append(writing, stored.Id, need.MadeAt, by, "requested", new { need.Words, after = Standing(stored) });
        return stored;
    }

    internal static SupplyNeed Save(Writing writing, SupplyNeed need, DateTimeOffset at, Actor by, string act, object? details)
    {
        var next = need with { Changes = need.Changes + 1 };
        writing.Execute("update supply_requests set state = @state, changes = @Changes where id = @Id", new { next.Id, next.Changes, state = $"{next.State}" });
        KeptNeeds.Append(writing, next.Id, at, by, act, new { details, after = Standing(next) });
        return next;
    }

    private static object Standing(Lot l) => new { l.Warehouse, l.Item, l.Expires, l.Quantity, l.Held, l.Changes };

    private static object Standing(SupplyNeed n) => new { n.Item, n.Quantity, n.Territory, n.Place, n.Organization, n.Priority, n.WithinMinutes, n.MatterId, state = $"{n.State}", n.Changes };
}
