using CityLoom.Oracles.Dispatch;
using CityLoom.Reach.Inputs;
using CityLoom.Reach.Simulate;

namespace CityLoom.Oracles.Simulate;

/// <summary>The approximation against the exact model with all its states, and the simulation against both.</summary>
public sealed class HypercubeTests
{
    private static readonly int[][] Orders = [[0, 1, 2, 3], [1, 0, 2, 3], [2, 3, 1, 0], [3, 2, 1, 0], [0, 3, 2, 1]];
    private static readonly double[] Shares = [0.4, 0.2, 0.2, 0.1, 0.1];

    public static TheoryData<double> Loads => [0.4, 1.2, 2.0, 2.8, 3.4];

    [Theory, MemberData(nameof(Loads))]
    public void The_approximation_lies_within_two_per_cent_of_the_exact_model(double load)
    {
        var rates = Shares.Select(share => share * load).ToArray();

        var result = Hypercube.Approximate(rates, Orders, 1).Value;

        var exact = Exact(rates);
        Assert.Equal(load, result.Busy.Sum(), 9);
        Assert.All(result.Busy.Zip(exact), pair => Assert.InRange(pair.First, pair.Second - 0.02, pair.Second + 0.02));
    }

    [Fact]
    public void Identical_units_are_equally_busy() =>
        Assert.All(Hypercube.Approximate([0.5, 0.5], [[0, 1], [1, 0]], 1.2).Value.Busy, busy => Assert.Equal(0.6, busy, 9));

    [Fact]
    public void The_simulation_agrees_with_the_approximation_when_driving_takes_no_time()
    {
        var times = new PlaceTimes();
        for (var zone = 0; zone < Orders.Length; zone++)
        {
            for (var rank = 0; rank < 4; rank++)
            {
                times.Set($"s{Orders[zone][rank]}", $"z{zone}", rank);
            }

            Enumerable.Range(0, 4).ToList().ForEach(station => times.Set($"z{zone}", $"s{station}", 0));
        }

        var plan = new SimulationPlan([.. Shares.Select((share, zone) => new Zone($"z{zone}", share, ""))], [.. Enumerable.Range(0, 4).Select(s => new Station($"s{s}", 1))], [], times, 600);
        var rules = new CallRules { PerDay = 2 * 48, Days = 1500, Scene = 1800, TurnOut = 0, Answer = 0, Dispatch = 0, Priorities = [1] };

        var report = Simulator.Run(plan, DrawCalls.Run(plan.Zones, rules).Value).Value;

        var expected = Hypercube.Approximate([.. Shares.Select(share => share * 2)], Orders, 1).Value;
        Assert.All(report.Units.Zip(expected.Busy), pair => Assert.InRange(pair.First.Busy, pair.Second - 0.02, pair.Second + 0.02));
        Assert.InRange(report.Waited / (double)report.All.Calls, expected.Waits - 0.01, expected.Waits + 0.01);
    }

    [Fact]
    public void A_load_beyond_the_units_and_orders_with_a_gap_are_refused()
    {
        Assert.Equal("hypercube.overload", Hypercube.Approximate([3], [[0, 1]], 1).Fault?.Code);
        Assert.Equal("hypercube.bad-input", Hypercube.Approximate([1], [[0, 0]], 1).Fault?.Code);
        Assert.Equal("hypercube.bad-input", Hypercube.Approximate([-1], [[0, 1]], 1).Fault?.Code);
    }

    /// <summary>The balance equations of the 16 states with a line behind the full one, solved by sweeping.</summary>
    private static double[] Exact(double[] rates)
    {
        const int units = 4;
        var (full, lambda) = ((1 << units) - 1, rates.Sum());
        var p = Enumerable.Repeat(1.0, full + 1).ToArray();
        var into = new double[full + 1, full + 1];
        for (var state = 0; state < full; state++)
        {
            for (var zone = 0; zone < rates.Length; zone++)
            {
                into[state | 1 << Orders[zone].First(unit => (state >> unit & 1) == 0), state] += rates[zone];
            }
        }

        for (var sweep = 0; sweep < 5000; sweep++)
        {
            for (var state = 0; state < full; state++)
            {
                var flow = Enumerable.Range(0, full + 1).Sum(from => into[state, from] * p[from])
                    + Enumerable.Range(0, units).Where(unit => (state >> unit & 1) == 0).Sum(unit => p[state | 1 << unit]);
                p[state] = flow / (lambda + System.Numerics.BitOperations.PopCount((uint)state));
            }

            p[full] = Enumerable.Range(0, full).Sum(from => into[full, from] * p[from]) / units;
        }

        var line = p[full] / (1 - lambda / units);
        var sum = p.Take(full).Sum() + line;
        return [.. Enumerable.Range(0, units).Select(unit => (Enumerable.Range(0, full).Where(state => (state >> unit & 1) == 1).Sum(state => p[state]) + line) / sum)];
    }
}
