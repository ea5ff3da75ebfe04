using CityLoom.Oracles.Dispatch;
using CityLoom.Reach.Inputs;
using CityLoom.Reach.Simulate;

namespace CityLoom.Oracles.Simulate;

public sealed class SimulatorTests
{
    private static readonly Zone[] Zones = [new("0", 3, ""), new("500", 1, "")];

    private static SimulationPlan Plan(params Station[] stations) => new(Zones, stations, ["400"], Line.Times(0, 300, 400, 500, 600), 600);

    private static Call At(double seconds, int zone, int priority = 1, bool transport = false) => new((long)(1000 * seconds), zone, priority, 10, 20, 30, 100, transport, 50);

    [Fact]
    public void A_call_takes_answer_dispatch_turn_out_and_drive()
    {
        var report = Simulator.Run(Plan(new Station("300", 1)), [At(0, 0)]).Value;

        Assert.Equal(10 + 20 + 30 + 300, report.Responses[0].Seconds);
        Assert.Equal(1, report.Units[0].Tasks);
    }

    [Fact]
    public void A_call_that_finds_nobody_free_waits_for_the_hand_over()
    {
        var report = Simulator.Run(Plan(new Station("300", 1)), [At(0, 0, transport: true), At(100, 1)]).Value;

        var handedOver = 30 + 30 + 300 + 100 + 400 + 50;
        Assert.Equal(handedOver - 130, report.Responses[1].Waited);
        Assert.Equal(handedOver + 100 - 100, report.Responses[1].Seconds);
        Assert.Equal(0, report.Responses[1].TurnOut);
        Assert.Equal(1, report.Waited);
    }

    [Fact]
    public void The_more_urgent_of_two_waiting_calls_goes_first()
    {
        var report = Simulator.Run(Plan(new Station("300", 1)), [At(0, 0), At(50, 0, priority: 2), At(60, 1)]).Value;

        Assert.True(report.Responses[2].Waited < report.Responses[1].Waited);
    }

    [Fact]
    public void The_same_seed_gives_the_same_calls_and_the_same_report()
    {
        var rules = new CallRules { PerDay = 80, Days = 20, Seed = 5 };
        var (one, two) = (DrawCalls.Run(Zones, rules).Value, DrawCalls.Run(Zones, rules).Value);

        Assert.Equal(one, two);
        Assert.Equal(Simulator.Run(Plan(new Station("300", 3)), one).Value.All, Simulator.Run(Plan(new Station("300", 3)), two).Value.All);
        Assert.InRange(one.Count, 1400, 1800);
        Assert.InRange(one.Count(call => call.Zone == 0) / (double)one.Count, 0.70, 0.80);
    }

    [Fact]
    public void More_units_never_answer_later_on_average_and_plans_compare_on_the_same_calls()
    {
        var calls = DrawCalls.Run(Zones, new CallRules { PerDay = 60, Days = 30 }).Value;
        var (few, more) = (Simulator.Run(Plan(new Station("300", 2)), calls).Value, Simulator.Run(Plan(new Station("300", 2), new Station("0", 2)), calls).Value);

        var compared = PlanComparison.Of(calls, few, more);

        Assert.True(more.All.Mean < few.All.Mean);
        Assert.Equal(more.All.Mean - few.All.Mean, compared.MeanChange, 6);
        Assert.True(compared.MeanChange + 3 * compared.Error < 0);
        Assert.Equal(0, PlanComparison.Of(calls, few, few).MeanChange);
    }

    [Fact]
    public void A_zone_without_a_road_is_counted_as_unserved()
    {
        var plan = Plan(new Station("300", 1)) with { Zones = [new Zone("island", 1, "")] };

        var report = Simulator.Run(plan, [At(0, 0)]).Value;

        Assert.Equal((1, 0.0), (report.All.Unserved, report.All.InTime));
    }

    [Fact]
    public void Plans_and_rates_that_make_no_sense_are_refused()
    {
        Assert.Equal("simulate.bad-station", Simulator.Run(Plan(new Station("300", -1)), []).Fault?.Code);
        Assert.Equal("simulate.no-units", Simulator.Run(Plan(), []).Fault?.Code);
        Assert.Equal("simulate.bad-rate", DrawCalls.Run(Zones, new CallRules { PerDay = 1e9, Days = 365 }).Fault?.Code);
        Assert.Equal("simulate.no-weight", DrawCalls.Run([new Zone("0", 0, "")], new CallRules { PerDay = 1, Days = 1 }).Fault?.Code);
    }
}
