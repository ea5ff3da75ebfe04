using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate.Median;
using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate;

/// <summary>
/// Places a number of units so that the sum of weight times travel time is least
/// (S. Hakimi, "Optimum locations of switching centers", Operations Research 12, 1964).
/// </summary>
public static class PMedian
{
    /// <summary>The best places, proved or with the gap that is left.</summary>
    /// <param name="problem">Who is how far from where.</param>
    /// <param name="units">Units in all, those fixed included; at most one at a site.</param>
    /// <param name="limits">When to stop before the proof.</param>
    public static Checked<LocateAnswer> Solve(MedianProblem problem, int units, SearchLimits limits)
    {
        var single = problem with { Rules = new SiteRules(problem.Rules.Least, [.. problem.Rules.Most.Select(most => Math.Min(1, most))]) };
        if (single.Fault(units) is { } fault)
        {
            return fault;
        }

        if (single.Capacities.Length > 0)
        {
            return CapacitatedSearch.Run(single, units, limits);
        }

        var model = new MedianModel(single, units);
        var found = new BranchAndBound(new MedianRelaxation(model), model.Range.Copy(), limits).Run();
        if (found.Units is not { } chosen)
        {
            return LocateFaults.OutOfTime;
        }

        var bound = model.Whole ? Math.Max(found.Objective, Math.Floor(found.Bound + 1e-6)) : found.Bound;
        return new LocateAnswer(-found.Objective, -bound, chosen, Unreached(single, chosen), found.Nodes);
    }

    private static IReadOnlyList<Uncovered> Unreached(MedianProblem problem, int[] units) =>
        Covering.UncoveredDemands.Of(
            new CoverProblem { Cover = problem.Times.Within(TravelMatrix.Unreachable - 1), Weights = problem.Weights, Rules = problem.Rules }, units);
}
