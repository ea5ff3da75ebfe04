using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate;

namespace CityLoom.Reach.Supplies;

/// <summary>The plan for one item.</summary>
internal sealed class ItemPlan
{
    private readonly IReadOnlyList<SupplyRequest> _requests;
    private readonly IReadOnlyList<StockLot> _all;
    private readonly string[] _warehouses;
    private readonly List<LotStock>[] _lots;
    private readonly TravelMatrix _times;
    private readonly DateOnly _today;

    public ItemPlan(IReadOnlyList<StockLot> stock, IReadOnlyList<SupplyRequest> requests, PlaceTimes times, DateOnly today)
    {
        (_requests, _all, _today) = (requests, stock, today);
        _warehouses = [.. stock.Select(lot => lot.Warehouse).Distinct(StringComparer.Ordinal)];
        _lots = [.. _warehouses.Select(warehouse => stock.Where(lot => lot.Warehouse == warehouse && !(lot.Expires < today))
            .OrderBy(lot => lot.Expires ?? DateOnly.MaxValue).Select(lot => new LotStock(lot.Expires, lot.Quantity - lot.Reserve)).ToList())];
        _times = times.Matrix([.. requests.Select(request => request.Place)], _warehouses);
    }

    public SupplyPlan Solve()
    {
        var flows = Flows(out var unmet);
        var drawn = new List<(int Request, int Warehouse, long Quantity, List<LotDraw> Lots)>();
        for (var request = 0; request < _requests.Count; request++)
        {
            foreach (var warehouse in Enumerable.Range(0, _warehouses.Length).Where(w => flows[request, w] > 0).OrderBy(w => _times[request, w]))
            {
                drawn.Add((request, warehouse, flows[request, warehouse], Draw(warehouse, flows[request, warehouse])));
            }
        }

        var shipments = drawn.Select(d => new Shipment(
            _requests[d.Request], _warehouses[d.Warehouse], d.Quantity, _times[d.Request, d.Warehouse], d.Lots, Alternatives(d.Request, d.Warehouse)));
        var missing = Enumerable.Range(0, _requests.Count).Where(request => unmet[request] > 0).Select(request => new Unmet(_requests[request], unmet[request], Reason(request)));
        return new SupplyPlan([.. shipments], [.. missing]);
    }

    /// <summary>Nodes: source, warehouses, requests, sink; an unmet unit flows from the source straight to its request.</summary>
    private long[,] Flows(out long[] unmet)
    {
        var (source, sink) = (0, 1 + _warehouses.Length + _requests.Count);
        var flow = new MinCostFlow(sink + 1);
        var price = PriceStep();
        var arcs = new int[_requests.Count, _warehouses.Length];
        var unmetArcs = new int[_requests.Count];
        for (var warehouse = 0; warehouse < _warehouses.Length; warehouse++)
        {
            flow.Add(source, 1 + warehouse, _lots[warehouse].Sum(lot => lot.Left), 0);
        }

        for (var request = 0; request < _requests.Count; request++)
        {
            var (node, quantity) = (1 + _warehouses.Length + request, _requests[request].Quantity);
            for (var warehouse = 0; warehouse < _warehouses.Length; warehouse++)
            {
                arcs[request, warehouse] = flow.Add(1 + warehouse, node, InTime(request, warehouse) ? quantity : 0, InTime(request, warehouse) ? _times[request, warehouse] : 0);
            }

            unmetArcs[request] = flow.Add(source, node, quantity, price * (5 - _requests[request].Priority));
            flow.Add(node, sink, quantity, 0);
        }

        flow.Send(source, sink);
        unmet = [.. unmetArcs.Select(flow.Flow)];
        var flows = new long[_requests.Count, _warehouses.Length];
        for (var pair = 0; pair < flows.Length; pair++)
        {
            var (request, warehouse) = Math.DivRem(pair, _warehouses.Length);
            flows[request, warehouse] = flow.Flow(arcs[request, warehouse]);
        }

        return flows;
    }

    /// <summary>More than any path through the net can cost, so that one priority always outweighs every detour.</summary>
    private long PriceStep()
    {
        var longest = 0L;
        for (var request = 0; request < _requests.Count; request++)
        {
            for (var warehouse = 0; warehouse < _warehouses.Length; warehouse++)
            {
                longest = InTime(request, warehouse) ? Math.Max(longest, _times[request, warehouse]) : longest;
            }
        }

        return 1 + longest * 2 * (_requests.Count + _warehouses.Length + 2);
    }

    private bool InTime(int request, int warehouse) =>
        _times[request, warehouse] < TravelMatrix.Unreachable && _times[request, warehouse] <= (_requests[request].Within ?? int.MaxValue);

    private List<LotDraw> Draw(int warehouse, long quantity)
    {
        var draws = new List<LotDraw>();
        foreach (var lot in _lots[warehouse].Where(lot => lot.Left > 0))
        {
            var taken = Math.Min(quantity, lot.Left);
            if (taken == 0)
            {
                break;
            }

            draws.Add(new LotDraw(lot.Expires, taken));
            (quantity, lot.Left) = (quantity - taken, lot.Left - taken);
        }

        return draws;
    }

    private IReadOnlyList<SupplyAlternative> Alternatives(int request, int chosen) =>
    [
        .. Enumerable.Range(0, _warehouses.Length).Where(w => w != chosen && InTime(request, w)).OrderBy(w => _times[request, w])
            .Select(w => new SupplyAlternative(_warehouses[w], _times[request, w], _lots[w].Sum(lot => lot.Left))),
    ];

    private Said Reason(int request)
    {
        var (any, inTime) = (_all.Sum(lot => lot.Quantity), Enumerable.Range(0, _warehouses.Length).Where(w => InTime(request, w)).ToHashSet());
        var (expired, held) = (_all.Where(lot => lot.Expires < _today).Sum(lot => lot.Quantity), _all.Where(lot => !(lot.Expires < _today)).Sum(lot => lot.Reserve));
        var far = Enumerable.Range(0, _warehouses.Length).Where(w => !inTime.Contains(w)).Sum(w => _lots[w].Sum(lot => lot.Left));
        return any == 0
            ? new Said("没有任何仓库存有此物资", "no warehouse holds the item")
            : new Said(
                $"可及仓库的存量已全部用于同级或更高优先级的需求；另有：超出时限的仓库 {far}，保底 {held}，过期 {expired}",
                $"the stock in reach serves requests of the same or a higher priority; besides: {far} in warehouses that are too far, {held} held in reserve, {expired} expired");
    }

    private sealed class LotStock(DateOnly? expires, long left)
    {
        public DateOnly? Expires => expires;

        public long Left { get; set; } = left;
    }
}
