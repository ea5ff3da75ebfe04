using CityLoom.Reach.Locate;

namespace CityLoom.Oracles.Locate;

public sealed class CapacityTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory, MemberData(nameof(Seeds))]
    public void Ample_capacities_change_nothing(int seed)
    {
        var problem = Instances.Drawn(seed, 25, 8);

        var free = PMedian.Solve(problem, 3, SearchLimits.None).Value;
        var ample = PMedian.Solve(problem with { Capacities = [.. Enumerable.Repeat(1e6, 8)] }, 3, SearchLimits.None).Value;

        Assert.Equal(free.Objective, ample.Objective);
        Assert.True(ample.Proved);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Covering_with_capacities_serves_as_much_as_any_choice(int seed)
    {
        var drawn = Instances.Covering(Instances.Drawn(seed, 20, 7), 350);
        var problem = drawn with { Capacities = [.. Enumerable.Range(0, 7).Select(site => 20.0 + 7 * site)] };

        var answer = MaximalCovering.Solve(problem, 3, SearchLimits.None).Value;

        Assert.Equal(Instances.Choices(problem.Rules, 3).Max(units => Served(problem, units)), answer.Objective);
        Assert.Equal(problem.Weights.Sum() - answer.Objective, answer.Uncovered.Sum(uncovered => uncovered.Weight));
        Assert.True(answer.Proved);
    }

    [Fact]
    public void What_a_full_site_leaves_is_named()
    {
        var problem = new CoverProblem { Cover = CoverLists.From(2, [[0, 1]]), Weights = [6, 5], Rules = SiteRules.Free(1), Capacities = [8] };

        var answer = MaximalCovering.Solve(problem, 1, SearchLimits.None).Value;

        Assert.Equal(8, answer.Objective);
        Assert.Equal(3, answer.Uncovered.Sum(uncovered => uncovered.Weight));
        Assert.All(answer.Uncovered, uncovered => Assert.Equal(UncoveredReason.NoCapacity, uncovered.Reason));
    }

    [Fact]
    public void A_negative_capacity_is_refused() =>
        Assert.Equal("locate.bad-capacity", PMedian.Solve(Instances.Drawn(1, 4, 2) with { Capacities = [-1, 5] }, 1, SearchLimits.None).Fault?.Code);

    /// <summary>By Hall's condition: the least over all sets of open sites of their capacity and the weight that others reach.</summary>
    private static double Served(CoverProblem problem, int[] units)
    {
        var open = Enumerable.Range(0, units.Length).Where(site => units[site] > 0).ToArray();
        return Enumerable.Range(0, 1 << open.Length).Min(set =>
        {
            var others = open.Where((_, at) => (set >> at & 1) == 0).ToHashSet();
            var reached = Enumerable.Range(0, problem.Cover.Demands).Where(demand => problem.Cover.SitesOf(demand).ToArray().Any(others.Contains)).Sum(demand => problem.Weights[demand]);
            return open.Where((_, at) => (set >> at & 1) == 1).Sum(site => problem.Capacities[site]) + reached;
        });
    }
}
