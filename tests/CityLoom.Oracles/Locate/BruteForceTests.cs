using CityLoom.Reach.Locate;

namespace CityLoom.Oracles.Locate;

/// <summary>Every model against trying everything, on small drawn cities.</summary>
public sealed class BruteForceTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory, MemberData(nameof(Seeds))]
    public void Maximal_covering_with_fixed_and_forbidden_sites_is_the_best_of_all_choices(int seed)
    {
        var drawn = Instances.Covering(Instances.Drawn(seed, 40, 10), 250);
        var problem = drawn with { Rules = drawn.Rules.Fixing([seed % 10]).Forbidding([(seed + 3) % 10]) };

        var answer = MaximalCovering.Solve(problem, 4, SearchLimits.None).Value;

        Assert.Equal(Instances.Choices(problem.Rules, 4).Max(units => Covered(problem, units)), answer.Objective);
        Assert.Equal(answer.Objective, Covered(problem, answer.Units));
        Assert.True(answer.Proved);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Targets_by_zone_are_kept_or_proved_out_of_reach(int seed)
    {
        var drawn = Instances.Covering(Instances.Drawn(seed, 40, 10), 250);
        var problem = drawn with
        {
            Zones = [.. Enumerable.Range(0, 40).Select(demand => demand % 3)],
            Targets = [new CoverTarget(0, 0.75), new CoverTarget(1, 0.6), new CoverTarget(null, 0.5)],
        };
        var kept = Instances.Choices(problem.Rules, 3).Where(units => Keeps(problem, units)).ToList();

        var found = MaximalCovering.Solve(problem, 3, SearchLimits.None);

        Assert.Equal(kept.Count > 0, found.Fault is null);
        if (found.Is(out var answer, out var fault))
        {
            Assert.Equal(kept.Max(units => Covered(problem, units)), answer.Objective);
            Assert.True(Keeps(problem, answer.Units));
        }
        else
        {
            Assert.Equal("locate.impossible", fault.Code);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Set_covering_needs_as_few_as_any_choice(int seed)
    {
        var problem = Instances.Covering(Instances.Drawn(seed, 30, 10), 330);

        var answer = SetCovering.Solve(problem, SearchLimits.None).Value;

        bool All(int[] units) => Instances.Counts(problem.Cover, units).Zip(Instances.Counts(problem.Cover, problem.Rules.Most)).All(pair => pair.First > 0 || pair.Second == 0);
        Assert.True(All(answer.Units));
        Assert.Equal(answer.Objective, answer.Units.Sum());
        Assert.DoesNotContain(Instances.Choices(problem.Rules, (int)answer.Objective - 1), All);
        Assert.All(answer.Uncovered, uncovered => Assert.Equal(UncoveredReason.NoSite, uncovered.Reason));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_double_standard_is_the_best_of_all_choices(int seed)
    {
        var drawn = Instances.Covering(Instances.Drawn(seed, 30, 7), 300, 450);
        var problem = drawn with { Rules = SiteRules.Free(7, 2) };
        var duty = Instances.Counts(problem.MustReach!, problem.Rules.Most);
        double Twice(int[] units) => Instances.Counts(problem.Cover, units).Select((count, demand) => count >= 2 ? problem.Weights[demand] : 0).Sum();
        bool Keeps(int[] units) => Instances.Counts(problem.MustReach!, units).Zip(duty).All(pair => pair.First > 0 || pair.Second == 0)
            && Covered(problem, units) >= 0.6 * problem.Weights.Sum() - 1e-6;
        var kept = Instances.Choices(problem.Rules, 5).Where(Keeps).ToList();

        var found = DoubleStandard.Solve(problem, 5, 0.6, SearchLimits.None);

        Assert.Equal(kept.Count > 0, found.Fault is null);
        if (found.Is(out var answer, out _))
        {
            Assert.Equal(kept.Max(Twice), answer.Objective);
            Assert.True(Keeps(answer.Units));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Expected_covering_is_the_best_of_all_choices(int seed)
    {
        var drawn = Instances.Covering(Instances.Drawn(seed, 30, 7), 300);
        var problem = drawn with { Rules = SiteRules.Free(7, 3) };
        double Expected(int[] units) => Instances.Counts(problem.Cover, units).Select((count, demand) => problem.Weights[demand] * (1 - Math.Pow(0.4, count))).Sum();

        var answer = ExpectedCovering.Solve(problem, 5, 0.4, SearchLimits.None).Value;

        Assert.Equal(Instances.Choices(problem.Rules, 5).Max(Expected), answer.Objective, 6);
        Assert.Equal(answer.Objective, Expected(answer.Units), 6);
        Assert.True(answer.Bound >= answer.Objective);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_p_median_and_the_p_center_are_the_best_of_all_choices(int seed)
    {
        var drawn = Instances.Drawn(seed, 30, 10);
        var problem = drawn with { Rules = drawn.Rules.Fixing([seed % 10]).Forbidding([(seed + 1) % 10]) };
        int[] Nearest(int[] units) => [.. Enumerable.Range(0, 30).Select(demand => Enumerable.Range(0, 10).Where(site => units[site] > 0).Min(site => problem.Times[demand, site]))];
        double Cost(int[] units) => Nearest(units).Zip(problem.Weights).Sum(pair => pair.First * pair.Second);
        var choices = Instances.Choices(problem.Rules, 3).ToList();

        var median = PMedian.Solve(problem, 3, SearchLimits.None).Value;
        var center = PCenter.Solve(problem, 3, SearchLimits.None).Value;

        Assert.Equal(choices.Min(Cost), median.Objective);
        Assert.Equal(choices.Min(units => Nearest(units).Max()), center.Objective);
        Assert.Equal(center.Objective, Nearest(center.Units).Max());
    }

    private static double Covered(CoverProblem problem, int[] units) =>
        Instances.Counts(problem.Cover, units).Select((count, demand) => count > 0 ? problem.Weights[demand] : 0).Sum();

    private static bool Keeps(CoverProblem problem, int[] units)
    {
        var counts = Instances.Counts(problem.Cover, units);
        return problem.Targets.All(target =>
        {
            var mine = Enumerable.Range(0, counts.Length).Where(demand => target.Zone is null || problem.Zones[demand] == target.Zone).ToList();
            return mine.Where(demand => counts[demand] > 0).Sum(demand => problem.Weights[demand]) >= target.Share * mine.Sum(demand => problem.Weights[demand]) - 1e-6;
        });
    }
}
