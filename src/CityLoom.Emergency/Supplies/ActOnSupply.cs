using CityLoom.City;
using CityLoom.Emergency.Plans;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Supplies;

/// <summary>An act on a request for supplies, as it is asked for.</summary>
public sealed record SupplyActRequest
{
    /// <summary>What is to be done.</summary>
    public SupplyAct Act { get; init; }

    /// <summary>True to promise what there is when not all is there.</summary>
    public bool Partial { get; init; }

    /// <summary>How much comes back, for a return.</summary>
    public long Returned { get; init; }
}

/// <summary>Does an act on a request: the table says whether, the lots change under a lock, so that stock is never promised twice and never negative.</summary>
public static class ActOnSupply
{
    /// <summary>The request after the act, or why not.</summary>
    public static Outcome<SupplyNeed> Run(Writing writing, long id, SupplyActRequest asked, SignedIn by, CityContext city, SupplyWays ways)
    {
        if (StockBook.Take(writing, id) is not { } need)
        {
            return SupplyRefusals.Unknown;
        }

        if (SupplyTransitions.Of(asked.Act, need.State) is not { } line)
        {
            return SupplyRefusals.NotNow(asked.Act, need.State);
        }

        if (line.Asker && !RequestSupplies.MayFor(by, need.Organization, city))
        {
            return SupplyRefusals.NotYours;
        }

        var moved = new MoveStock(writing, need, by, city, ways);
        var outcome = asked.Act switch
        {
            SupplyAct.Commit => moved.Commit(asked.Partial),
            SupplyAct.Release => moved.Release(),
            SupplyAct.Send => moved.Send(),
            SupplyAct.Return => moved.Return(asked.Returned),
            _ => 0L,
        };
        return outcome.Then<SupplyNeed>(quantity => StockBook.Save(
            writing, need with { State = line.To }, city.Now, by.Actor, asked.Act.ToString(), new { quantity }));
    }
}

/// <summary>What an act moves between lots and a request.</summary>
internal sealed class MoveStock(Writing writing, SupplyNeed need, SignedIn by, CityContext city, SupplyWays ways)
{
    /// <summary>Promises stock to the request by the plan at this moment: those more urgent keep what they need, of equals the first comes first.</summary>
    public Outcome<long> Commit(bool partial)
    {
        var lots = StockBook.TakeLots(writing, need.Item);
        var others = StockBook.Open(writing).FindAll(n => n.State == SupplyState.Requested && n.Item == need.Item && n.Priority < need.Priority);
        var plan = PlanDispatch.Of([need, .. others], lots, StockBook.Minimums(writing), StockBook.Warehouses(writing), city.Clock.Today, ways)[0];
        if (plan.Draws.Count == 0 || (plan.Short > 0 && !partial))
        {
            return SupplyRefusals.Short(plan.Short, plan.Reason?.Words ?? "", plan.Reason?.English ?? "");
        }

        if (!MayMove(plan.Draws.Select(d => d.Lot)))
        {
            return SupplyRefusals.NotYours;
        }

        foreach (var (lot, quantity) in plan.Draws)
        {
            Save(lot with { Held = lot.Held + quantity }, "held", quantity);
            writing.Execute(
                "insert into supply_transfers (request_id, lot_id, quantity, returned, state) values (@Need, @Lot, @quantity, 0, 'Committed')",
                new { Need = need.Id, Lot = lot.Id, quantity });
        }

        return plan.Draws.Sum(d => d.Quantity);
    }

    /// <summary>Gives back what was promised.</summary>
    public Outcome<long> Release() => Each("Released", (lot, transfer) => (lot with { Held = lot.Held - transfer.Quantity }, "released", transfer.Quantity));

    /// <summary>What was promised leaves the warehouse.</summary>
    public Outcome<long> Send() => Each("Sent", (lot, transfer) => (
        lot with { Quantity = lot.Quantity - transfer.Quantity, Held = lot.Held - transfer.Quantity }, "sent", transfer.Quantity));

    /// <summary>What was not used comes back to the lots it came from, those that keep longest first.</summary>
    public Outcome<long> Return(long returned)
    {
        var transfers = Transfers();
        if (returned < 0 || returned > transfers.Sum(t => t.Quantity))
        {
            return SupplyRefusals.BadReturn;
        }

        var lots = StockBook.TakeLots(writing, need.Item).ToDictionary(l => l.Id);
        var left = returned;
        foreach (var transfer in transfers.OrderByDescending(t => t.Expires ?? DateOnly.MaxValue).ThenBy(t => t.Id))
        {
            var back = Math.Min(left, transfer.Quantity);
            left -= back;
            writing.Execute("update supply_transfers set state = 'Returned', returned = @back where id = @Id", new { transfer.Id, back });
            if (back > 0)
            {
                var lot = lots[transfer.LotId];
                lots[lot.Id] = Save(lot with { Quantity = lot.Quantity + back }, "returned", back);
            }
        }

        return returned;
    }

    private Outcome<long> Each(string state, Func<Lot, Transfer, (Lot, string, long)> move)
    {
        var lots = StockBook.TakeLots(writing, need.Item).ToDictionary(l => l.Id);
        var transfers = Transfers();
        if (!MayMove(transfers.Select(t => lots[t.LotId])))
        {
            return SupplyRefusals.NotYours;
        }

        foreach (var transfer in transfers)
        {
            var (after, act, quantity) = move(lots[transfer.LotId], transfer);
            lots[transfer.LotId] = Save(after, act, quantity);
        }

        writing.Execute("update supply_transfers set state = @state where request_id = @Id and state = 'Committed'", new { need.Id, state });
        return transfers.Sum(t => t.Quantity);
    }

    private List<Transfer> Transfers() => [.. StockBook.Transfers(writing, [need.Id])[need.Id]];

    /// <summary>Whoever moves stock commands the warehouses it lies in.</summary>
    private bool MayMove(IEnumerable<Lot> lots)
    {
        var keepers = StockBook.Warehouses(writing).ToDictionary(w => w.Code, w => w.Organization);
        return lots.All(l => ActivatePlan.MayCommand(by, keepers[l.Warehouse], city));
    }

    private Lot Save(Lot lot, string act, long quantity) => StockBook.Save(writing, lot, city.Now, by.Actor, act, new { quantity, request = need.Id });
}
