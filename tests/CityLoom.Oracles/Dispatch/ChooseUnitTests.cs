using CityLoom.Reach.Dispatch;
using CityLoom.Reach.Inputs;

namespace CityLoom.Oracles.Dispatch;

public sealed class ChooseUnitTests
{
    private static readonly CoverStandard Net = new(
        Line.Times(0, 300, 400, 500, 900), [new Zone("0", 100, ""), new Zone("400", 10, ""), new Zone("900", 10, "")], 600, 0.3);

    private static EmergencyUnit Unit(string id, string place, UnitState state = UnitState.Available, int level = 1) => new(id, state, place, level, 0);

    [Fact]
    public void The_first_to_arrive_is_the_default_and_its_times_are_told()
    {
        var choice = ChooseUnit.Run("400", 1, [Unit("far", "900"), Unit("near", "300")], Net).Value;

        Assert.Equal("near", choice.First?.Unit.Id);
        Assert.Equal(100, choice.First?.Drive);
        Assert.Contains("100 s to drive", choice.Reason.English);
        Assert.Equal(["near", "far"], choice.Weighed.Select(weighed => weighed.Unit.Id));
    }

    [Fact]
    public void Beside_it_stands_the_one_that_keeps_the_cover_of_the_heavy_zone()
    {
        var choice = ChooseUnit.Run("400", 1, [Unit("guard", "300"), Unit("spare", "900")], Net).Value;

        Assert.Equal("guard", choice.First?.Unit.Id);
        Assert.Equal("spare", choice.Preserving?.Unit.Id);
        Assert.True(choice.First!.CoverLost > choice.Preserving!.CoverLost);
        Assert.Contains("400 s later", choice.Reason.English);
    }

    [Fact]
    public void Busy_units_and_those_below_the_level_are_listed_with_what_speaks_against_them()
    {
        var choice = ChooseUnit.Run("400", 2, [Unit("busy", "400", UnitState.OnScene, 3), Unit("basic", "400"), Unit("advanced", "0", level: 2)], Net).Value;

        Assert.Equal("advanced", choice.First?.Unit.Id);
        Assert.Equal(["basic", "busy"], choice.Weighed.Where(weighed => weighed.Refused is not null).Select(weighed => weighed.Unit.Id));
    }

    [Fact]
    public void Nobody_is_said_when_nobody_can_go() =>
        Assert.Null(ChooseUnit.Run("400", 1, [Unit("lost", "nowhere")], Net).Value.First);

    [Fact]
    public void A_place_that_the_road_times_do_not_know_is_refused() =>
        Assert.Equal("times.unknown-place", ChooseUnit.Run("400x", 1, [Unit("near", "300")], Net).Fault?.Code);

    [Theory]
    [InlineData(0, 0.3)]
    [InlineData(600, 1.0)]
    [InlineData(600, double.NaN)]
    public void A_standard_that_makes_no_sense_is_refused(int limit, double busy) =>
        Assert.NotNull(ChooseUnit.Run("400", 1, [], Net with { Limit = limit, Busy = busy }).Fault);

    [Fact]
    public void Moves_fill_the_gap_and_keep_to_their_limits()
    {
        var units = new[] { Unit("one", "900"), Unit("two", "900") };

        var advice = AdviseMoves.Run(units, ["0", "300", "500"], Net, new MoveRules(3, 600, 0)).Value;

        Assert.True(advice.After > advice.Before);
        Assert.All(advice.Moves, move => Assert.True(move.Drive <= 600));
        Assert.Equal(advice.After - advice.Before, advice.Moves.Sum(move => move.Gain), 9);
        Assert.Equal("300", advice.Moves[0].To);
        Assert.Empty(AdviseMoves.Run(units, ["0", "300"], Net, new MoveRules(0, 600, 0)).Value.Moves);
        Assert.Empty(AdviseMoves.Run(units, ["0", "300"], Net, new MoveRules(3, 100, 0)).Value.Moves);
    }

    [Fact]
    public void A_unit_state_that_is_unknown_is_refused_with_its_line()
    {
        var fault = EmergencyUnit.Read("units.csv", new StringReader("unit,state,place\na,available,0\nb,asleep,0\n")).Fault;

        Assert.Equal("sheet.bad-state", fault?.Code);
        Assert.Contains("line 3", fault!.English);
    }
}
