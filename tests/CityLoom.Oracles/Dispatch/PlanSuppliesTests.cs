using CityLoom.Reach.Inputs;
using CityLoom.Reach.Supplies;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Dispatch;

public sealed class PlanSuppliesTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly PlaceTimes Times = Line.Times(0, 100, 200, 500);

    private static StockLot Lot(string warehouse, long quantity, long reserve = 0, int? expiresIn = null) =>
        new(warehouse, "tent", quantity, reserve, expiresIn is { } days ? Today.AddDays(days) : null);

    private static SupplyRequest Request(string id, string place, long quantity, int priority, int? within = null) => new(id, place, "tent", quantity, priority, within);

    [Fact]
    public void A_higher_priority_is_served_first_even_when_that_costs_more_driving()
    {
        var plan = PlanSupplies.Run([Lot("0", 10)], [Request("low", "0", 10, 3), Request("high", "500", 8, 1)], Times, Today).Value;

        Assert.Equal([("high", 8L), ("low", 2L)], plan.Shipments.Select(shipment => (shipment.Request.Id, shipment.Quantity)));
        Assert.Equal(("low", 8L), plan.Unmet.Select(unmet => (unmet.Request.Id, unmet.Quantity)).Single());
    }

    [Fact]
    public void The_whole_plan_drives_least_and_not_each_request_alone()
    {
        var plan = PlanSupplies.Run([Lot("100", 10), Lot("500", 10)], [Request("a", "200", 10, 2), Request("b", "0", 10, 2)], Times, Today).Value;

        Assert.Equal(10 * 100 + 10 * 300, plan.Shipments.Sum(shipment => shipment.Quantity * shipment.Seconds));
        Assert.Empty(plan.Unmet);
    }

    [Fact]
    public void What_expires_first_goes_out_first_and_what_has_expired_never()
    {
        var plan = PlanSupplies.Run([Lot("0", 5), Lot("0", 5, expiresIn: 30), Lot("0", 5, expiresIn: 3), Lot("0", 5, expiresIn: -1)], [Request("a", "0", 8, 1)], Times, Today).Value;

        Assert.Equal([new LotDraw(Today.AddDays(3), 5), new LotDraw(Today.AddDays(30), 3)], plan.Shipments.Single().Lots);
    }

    [Fact]
    public void Reserves_and_far_warehouses_are_named_when_something_is_short()
    {
        var plan = PlanSupplies.Run([Lot("0", 10, reserve: 6), Lot("500", 10)], [Request("a", "0", 9, 1, within: 300)], Times, Today).Value;

        Assert.Equal(5, plan.Unmet.Single().Quantity);
        Assert.Contains("10 in warehouses that are too far, 6 held in reserve", plan.Unmet.Single().Reason.English);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(5, 6)]
    [InlineData(5, -1)]
    [InlineData(long.MaxValue, 0)]
    public void Stock_that_makes_no_sense_is_refused(long quantity, long reserve) =>
        Assert.Equal("supplies.bad-stock", PlanSupplies.Run([Lot("0", quantity, reserve)], [], Times, Today).Fault?.Code);

    [Theory]
    [InlineData("w,tent,-3")]
    [InlineData("w,tent,1e99")]
    [InlineData("w,tent,many")]
    [InlineData("w,tent,")]
    public void A_stock_file_with_such_a_quantity_is_refused_with_its_line(string row)
    {
        var fault = StockLot.Read("stock.csv", new StringReader("warehouse,item,quantity\n" + row + "\n")).Fault;

        Assert.Equal("sheet.bad-number", fault?.Code);
        Assert.Contains("line 2", fault!.English);
    }

    /// <summary>No sequence of drawn stocks and requests loses or makes anything, nor passes a higher priority by.</summary>
    [Fact]
    public void Nothing_is_lost_or_made_and_no_higher_priority_is_passed_by() => Check.QuickThrowOnFailure(Prop.ForAll<int>(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        int Place() => new[] { 0, 100, 200, 500 }[random.Next(4)];
        var stock = Enumerable.Range(0, 4).Select(_ => Lot($"{Place()}", random.Next(20), 0)).ToList();
        var requests = Enumerable.Range(0, 6).Select(at => Request($"r{at}", $"{Place()}", random.Next(1, 15), random.Next(1, 5))).ToList();
        var plan = PlanSupplies.Run(stock, requests, Times, Today).Value;
        var served = requests.All(request => request.Quantity == plan.Shipments.Where(s => s.Request == request).Sum(s => s.Quantity) + plan.Unmet.Where(u => u.Request == request).Sum(u => u.Quantity));
        var within = stock.GroupBy(lot => lot.Warehouse).All(group => plan.Shipments.Where(s => s.Warehouse == group.Key).Sum(s => s.Quantity) <= group.Sum(lot => lot.Quantity));
        var ranked = plan.Unmet.Count == 0 || !plan.Shipments.Any(s => s.Request.Priority > plan.Unmet.Min(u => u.Request.Priority));
        var used = plan.Unmet.Count == 0 || plan.Shipments.Sum(s => s.Quantity) == stock.Sum(lot => lot.Quantity);
        return served && within && ranked && used;
    }));
}
