using CityLoom.City.Territories;
using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Stations;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.Emergency;

/// <summary>A plan of stations as an address tells it.</summary>
public sealed class StationPlanTests
{
    private static readonly Station[] Three = [new("a", "甲站", "1", 114.1, 30.1), new("b", "乙站", "1", 114.2, 30.2), new("c", "丙站", "1", 114.3, 30.3)];

    [Fact]
    public void What_an_address_tells_is_read_back_the_same()
    {
        var place = from x in Gen.Choose(-18_000_000, 18_000_000) from y in Gen.Choose(-9_000_000, 9_000_000) select new GeoPoint(x / 100_000.0, y / 100_000.0);
        var plans = from moves in Gen.Elements("a", "b", "站 & 1=2", "ü").ArrayOf() from to in place from adds in place.ArrayOf() from drops in Gen.Elements("a", "c", "%").ArrayOf()
                    select new StationPlan([.. moves.Distinct().Select(m => (m, to))], [.. adds.Take(5)], [.. drops.Distinct()]);

        Prop.ForAll(plans.ToArbitrary(), plan => StationPlan.Parse(plan.ToString()).Value is var read
            && read.ToString() == plan.ToString() && read.Move.SequenceEqual(plan.Move) && read.Add.SequenceEqual(plan.Add) && read.Drop.SequenceEqual(plan.Drop)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("move=a,200,30")]
    [InlineData("move=a,114")]
    [InlineData("move=,114,30")]
    [InlineData("add=NaN,30")]
    [InlineData("add=114;30")]
    public void What_is_malformed_is_refused(string query) => Assert.Equal(400, StationPlan.Parse(query).Refusal!.Status);

    [Fact]
    public void A_change_of_a_station_that_is_not_there_is_refused() =>
        Assert.Equal("reach.station-unknown", StationPlan.Parse("drop=z").Value.Apply(Three).Refusal!.Code);

    [Fact]
    public void A_new_station_can_be_moved_and_given_up_like_the_others()
    {
        var plan = StationPlan.Parse("add=114,30&add=115,31&move=a,114.5,30.5").Value;

        var moved = plan.With(StationPlan.Parse("move=%2B2,116,32").Value);
        var dropped = moved.With(StationPlan.Parse("drop=%2B1&drop=a").Value);

        Assert.Equal([new GeoPoint(114, 30), new GeoPoint(116, 32)], moved.Add);
        Assert.Equal([new GeoPoint(116, 32)], dropped.Add);
        Assert.Empty(dropped.Move);
        Assert.Equal(["b", "c", "+1"], dropped.Apply(Three).Value.Select(s => s.Code));
    }
}
