using CityLoom.Reach.Locate;

namespace CityLoom.Oracles.Locate;

/// <summary>A share that must be covered weighs as much as all demands together; its price must not drown theirs.</summary>
public sealed class TargetBoundTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory, MemberData(nameof(Seeds))]
    public void The_bound_of_the_double_standard_is_near_its_answer_from_the_root_on(int seed)
    {
        var drawn = Instances.Drawn(seed, 600, 40);
        var problem = Instances.Covering(drawn, 250) with { MustReach = Instances.Covering(drawn, 600).Cover };

        var answer = DoubleStandard.Solve(problem, 14, 0.5, new SearchLimits { Gap = 0.1, Time = TimeSpan.FromMinutes(1) }).Value;

        Assert.True(answer.Bound <= problem.Weights.Sum(), "more than all weight is never covered");
        Assert.InRange(answer.Gap, 0, 0.1);
        Assert.InRange(answer.Nodes, 0, 20);
    }
}
