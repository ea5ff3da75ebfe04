using CityLoom.Reach.Locate;

namespace CityLoom.Oracles.Locate;

public sealed class KnownOptimaTests
{
    [Theory]
    [InlineData("mclp-ny-2000x200", 10, 53472)]
    [InlineData("mclp-ny-2000x200", 20, 70052)]
    [InlineData("mclp-auckland-4233x220", 14, 946061)]
    public void Maximal_covering_reaches_the_optimum_with_proof(string name, int units, double optimum)
    {
        var answer = MaximalCovering.Solve(Instances.Cover(name), units, SearchLimits.None).Value;

        Assert.Equal(optimum, answer.Objective);
        Assert.True(answer.Proved);
        Assert.Equal(units, answer.Units.Sum());
    }

    [Fact]
    public void The_real_stations_of_Auckland_cover_what_they_are_known_to_cover()
    {
        var problem = Instances.Cover("mclp-auckland-4233x220");
        var real = problem with { Rules = problem.Rules.Fixing(Enumerable.Range(0, 14)) };

        var answer = MaximalCovering.Solve(real, 14, SearchLimits.None).Value;

        Assert.Equal(850867, answer.Objective);
        Assert.Equal(Enumerable.Range(0, 14), answer.Chosen);
        Assert.Equal(1000128, answer.Objective + answer.Uncovered.Sum(uncovered => uncovered.Weight));
    }

    [Theory]
    [InlineData("pmed1")]
    [InlineData("pmed3")]
    [InlineData("pmed5")]
    [InlineData("pmed7")]
    [InlineData("pmed9")]
    [InlineData("pmed11")]
    [InlineData("pmed13")]
    [InlineData("pmed21")]
    [InlineData("pmed23")]
    public void The_p_median_reaches_the_optimum_with_proof(string name)
    {
        var (problem, units) = Instances.Graph(name);

        var answer = PMedian.Solve(problem, units, SearchLimits.None).Value;

        Assert.Equal(Instances.Optimum(name).Median, answer.Objective);
        Assert.True(answer.Proved);
        Assert.Equal(Instances.Optimum(name).P, answer.Chosen.Count);
    }

    [Theory]
    [InlineData("pmed1")]
    [InlineData("pmed3")]
    [InlineData("pmed5")]
    [InlineData("pmed11")]
    [InlineData("pmed15")]
    [InlineData("pmed21")]
    [InlineData("pmed25")]
    public void The_p_center_reaches_the_optimum_with_proof(string name)
    {
        var (problem, units) = Instances.Graph(name);

        var answer = PCenter.Solve(problem, units, SearchLimits.None).Value;

        Assert.Equal(Instances.Optimum(name).Center, answer.Objective);
        Assert.True(answer.Proved);
        Assert.Equal(units, answer.Units.Sum());
    }
}
