using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate.Covering;
using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate.Median;

/// <summary>Searches a problem with capacities and names what nobody serves.</summary>
internal static class CapacitatedSearch
{
    public static Checked<LocateAnswer> Run(MedianProblem problem, int units, SearchLimits limits)
    {
        if (Array.FindIndex(problem.Weights, weight => weight != Math.Floor(weight) || weight > 1e9) is >= 0 and var bad)
        {
            return new InputFault("locate.split-weight", $"有能力限制时权重须为不超过 1e9 的整数；第 {bad} 个是 {problem.Weights[bad]}。",
                $"With capacities every weight must be a whole number of at most 1e9; demand {bad} weighs {problem.Weights[bad]}.");
        }

        var model = new MedianModel(problem, units);
        var found = new BranchAndBound(new CapacitatedRelaxation(model), model.Range.Copy(), limits).Run();
        if (found.Units is not { } chosen)
        {
            return LocateFaults.OutOfTime;
        }

        var bound = Math.Max(found.Objective, Math.Floor(found.Bound + 1e-6));
        return new LocateAnswer(-found.Objective, -bound, chosen, Unserved(model, chosen), found.Nodes);
    }

    /// <summary>Maximal covering with capacities: serving costs nothing, leaving unserved costs the weight.</summary>
    public static Checked<LocateAnswer> Cover(CoverProblem problem, int units, SearchLimits limits)
    {
        if (problem.Targets.Count > 0 || problem.MustReach is not null || Array.Exists(problem.Rules.Most, most => most > 1))
        {
            return LocateFaults.Impossible("能力限制不能与分区目标、宽时限或一址多单元同时使用。",
                "Capacities can't be combined with targets, with a wider limit or with several units at a site.");
        }

        var times = new int[problem.Cover.Demands * problem.Cover.Sites];
        Array.Fill(times, TravelMatrix.Unreachable);
        for (var site = 0; site < problem.Cover.Sites; site++)
        {
            foreach (var demand in problem.Cover.DemandsOf(site))
            {
                times[demand * problem.Cover.Sites + site] = 0;
            }
        }

        var median = new MedianProblem
        {
            Times = new TravelMatrix(problem.Cover.Demands, problem.Cover.Sites, times),
            Weights = problem.Weights,
            Rules = problem.Rules,
            Capacities = problem.Capacities,
            UnreachedTime = 1,
        };
        var total = problem.Weights.Sum();
        return median.Fault(units) is { } fault ? fault
            : Run(median, units, limits).Is(out var answer, out var refused) ? answer with { Objective = total - answer.Objective, Bound = total - answer.Bound } : refused;
    }

    private static IReadOnlyList<Uncovered> Unserved(MedianModel model, int[] chosen)
    {
        var unserved = new long[model.Demands];
        new CapacitatedFlow(model).Cost(chosen, unserved);
        var cover = new CoverProblem { Cover = model.Problem.Times.Within(Math.Min(model.Penalty, TravelMatrix.Unreachable) - 1), Weights = [.. unserved.Select(weight => (double)weight)], Rules = model.Problem.Rules };
        var beyond = UncoveredDemands.Of(cover, chosen).Where(uncovered => uncovered.Weight > 0).ToList();
        var known = beyond.Select(uncovered => uncovered.Demand).ToHashSet();
        var full = Enumerable.Range(0, model.Demands).Where(demand => unserved[demand] > 0 && !known.Contains(demand))
            .Select(demand => new Uncovered(demand, unserved[demand], UncoveredReason.NoCapacity, null));
        return [.. beyond.Concat(full).OrderByDescending(uncovered => uncovered.Weight).ThenBy(uncovered => uncovered.Demand)];
    }
}
