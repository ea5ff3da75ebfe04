using CityLoom.Emergency.Supplies;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.Emergency.Supplies;

/// <summary>The dispatch plan: whatever lies where and is asked for, it gives out only what may go, the earliest first.</summary>
public sealed class PlanDispatchTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);
    private static readonly Warehouse[] Places = [Place("north", 114.30, 30.62), Place("south", 114.31, 30.50), Place("east", 114.45, 30.55)];

    private static readonly Gen<Lot[]> Lots =
        from count in Gen.Choose(0, 9)
        from lots in Gen.ArrayOf(
            from place in Gen.Elements("north", "south", "east")
            from quantity in Gen.Choose(1, 60)
            from held in Gen.Choose(0, quantity)
            from days in Gen.Choose(-20, 40)
            from keeps in Gen.Elements(true, false)
            select new Lot { Warehouse = place, Item = "pump", Quantity = quantity, Held = held, Expires = keeps ? null : Today.AddDays(days) }, count)
        select lots.Select((l, i) => l with { Id = i + 1 }).ToArray();

    private static readonly Gen<SupplyNeed[]> Needs =
        from count in Gen.Choose(0, 5)
        from needs in Gen.ArrayOf(
            from quantity in Gen.Choose(1, 80)
            from priority in Gen.Choose(1, 4)
            from minutes in Gen.Choose(0, 60)
            from x in Gen.Choose(0, 30)
            select new SupplyNeed { Item = "pump", Quantity = quantity, Priority = priority, WithinMinutes = minutes < 10 ? null : minutes, Longitude = 114.2 + (x * 0.01), Latitude = 30.55 }, count)
        select needs.Select((n, i) => n with { Id = i + 1 }).ToArray();

    private static readonly Gen<StockMinimum[]> Minimums = Gen.ArrayOf(Gen.Choose(0, 40), 3).Select(least => least.Select((l, i) => new StockMinimum(Places[i].Code, "pump", l)).ToArray());

    [Fact]
    public void Nothing_is_given_that_is_not_there_promised_expired_or_has_to_stay() => Check((needs, lots, minimums, plan) =>
    {
        var drawn = plan.SelectMany(p => p.Draws).GroupBy(d => d.Lot.Id).ToDictionary(g => g.Key, g => g.Sum(d => d.Quantity));
        return lots.All(l => drawn.GetValueOrDefault(l.Id) <= (l.GoodOn(Today) ? l.Free : 0))
            && minimums.All(m =>
            {
                var free = lots.Where(l => l.Warehouse == m.Warehouse && l.GoodOn(Today)).Sum(l => l.Free);
                var given = lots.Where(l => l.Warehouse == m.Warehouse).Sum(l => drawn.GetValueOrDefault(l.Id));
                return given <= Math.Max(0, free - m.Least);
            });
    });

    [Fact]
    public void What_is_served_and_what_is_short_make_up_what_was_asked() =>
        Check((needs, _, _, plan) => plan.Count == needs.Length && plan.All(p => p.Draws.Sum(d => d.Quantity) + p.Short == p.Need.Quantity && (p.Short > 0) == (p.Reason is not null)));

    [Fact]
    public void What_expires_first_goes_first() => Check((_, lots, _, plan) =>
    {
        var drawn = plan.SelectMany(p => p.Draws).GroupBy(d => d.Lot.Id).ToDictionary(g => g.Key, g => g.Sum(d => d.Quantity));
        return lots.Where(l => drawn.GetValueOrDefault(l.Id) > 0).All(later => lots.Where(l => l.Warehouse == later.Warehouse && l.GoodOn(Today)
            && (l.Expires ?? DateOnly.MaxValue) < (later.Expires ?? DateOnly.MaxValue)).All(l => drawn.GetValueOrDefault(l.Id) == l.Free));
    });

    [Fact]
    public void The_way_grows_with_the_distance_and_is_some_minutes_across_the_city()
    {
        Assert.Equal(0, TravelGuess.Seconds((114.3, 30.6), (114.3, 30.6)));
        Assert.InRange(TravelGuess.Seconds((114.30, 30.60), (114.30, 30.69)) / 60.0, 26, 30);
    }

    private static void Check(Func<SupplyNeed[], Lot[], StockMinimum[], IReadOnlyList<NeedPlan>, bool> holds) =>
        Prop.ForAll(Lots.ToArbitrary(), Needs.ToArbitrary(), Minimums.ToArbitrary(), (lots, needs, minimums) => holds(needs, lots, minimums, PlanDispatch.Of(needs, lots, minimums, Places, Today, SupplyWays.Guessed)))
            .QuickCheckThrowOnFailure();

    private static Warehouse Place(string code, double longitude, double latitude) => new() { Code = code, Name = code, Longitude = longitude, Latitude = latitude };
}
