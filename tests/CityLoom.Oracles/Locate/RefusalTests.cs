using CityLoom.Reach.Locate;

namespace CityLoom.Oracles.Locate;

public sealed class RefusalTests
{
    private static readonly CoverProblem Small = Instances.Covering(Instances.Drawn(1, 6, 3), 300);

    [Theory]
    [InlineData(0, "locate.no-units")]
    [InlineData(-5, "locate.no-units")]
    [InlineData(4, "locate.too-many-units")]
    [InlineData(int.MaxValue, "locate.too-many-units")]
    public void A_number_of_units_that_makes_no_sense_is_refused(int units, string code) =>
        Assert.Equal(code, MaximalCovering.Solve(Small, units, SearchLimits.None).Fault?.Code);

    [Fact]
    public void A_site_both_fixed_and_forbidden_is_refused() =>
        Assert.Equal("locate.contrary-rules", MaximalCovering.Solve(Small with { Rules = Small.Rules.Fixing([1]).Forbidding([1]) }, 2, SearchLimits.None).Fault?.Code);

    [Fact]
    public void Fewer_units_than_are_fixed_are_refused() =>
        Assert.Equal("locate.too-few-for-fixed", MaximalCovering.Solve(Small with { Rules = Small.Rules.Fixing([0, 1]) }, 1, SearchLimits.None).Fault?.Code);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_is_no_weight_is_refused(double weight) =>
        Assert.Equal("locate.bad-weight", MaximalCovering.Solve(Small with { Weights = [1, 1, weight, 1, 1, 1] }, 1, SearchLimits.None).Fault?.Code);

    [Theory]
    [InlineData("", "instance.unknown")]
    [InlineData("hello", "instance.unknown")]
    [InlineData("2 1 1\n1 2 5 9", "instance.too-long")]
    [InlineData("2 1 1\n1 2", "instance.cut-off")]
    [InlineData("2 1 3\n1 2 5", "instance.bad-number")]
    [InlineData("2 1 1\n1 3 5", "instance.bad-number")]
    [InlineData("2 1 1\n1 2 -5", "instance.bad-number")]
    [InlineData("99999999999 1 1\n", "instance.bad-number")]
    [InlineData("2 1\n7\n1 -3\n2 4\n1 0", "instance.bad-number")]
    [InlineData("2 1\n7\n1 3\n2 4\n2 0 0", "instance.twice")]
    [InlineData("2 1\n7\n1 3\n2 4\n2 0", "instance.cut-off")]
    public void A_damaged_instance_is_refused_with_its_line(string text, string code)
    {
        var fault = LocateInput.Read("broken.txt", text).Fault;

        Assert.Equal(code, fault?.Code);
        Assert.Contains("broken.txt line", fault!.English);
    }

    [Fact]
    public void Of_an_edge_listed_twice_the_last_line_counts()
    {
        var input = LocateInput.Read("two.txt", "2 2 1\n1 2 5\n2 1 9").Value;

        Assert.Equal(9, input.Times![0, 1]);
    }

    [Fact]
    public void A_demand_that_only_forbidden_sites_reach_is_named_so()
    {
        var cover = CoverLists.From(3, [[0], [1]]);
        var problem = new CoverProblem { Cover = cover, Weights = [5, 7, 9], Rules = SiteRules.Free(2).Forbidding([1]) };

        var answer = MaximalCovering.Solve(problem, 1, SearchLimits.None).Value;

        Assert.Equal([UncoveredReason.NoSite, UncoveredReason.OnlyForbiddenSites], answer.Uncovered.Select(uncovered => uncovered.Reason));
        Assert.Equal([2, 1], answer.Uncovered.Select(uncovered => uncovered.Demand));
    }

    [Fact]
    public void A_search_cut_short_gives_a_bound_that_holds()
    {
        var drawn = Instances.Covering(Instances.Drawn(3, 300, 60), 120);

        var quick = MaximalCovering.Solve(drawn, 12, new SearchLimits { Time = TimeSpan.Zero }).Value;
        var whole = MaximalCovering.Solve(drawn, 12, SearchLimits.None).Value;

        Assert.True(quick.Objective <= whole.Objective && whole.Objective <= quick.Bound);
        Assert.True(whole.Proved);
    }
}
