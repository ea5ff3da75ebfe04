using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate.Covering;

namespace CityLoom.Reach.Locate;

/// <summary>
/// Finds the fewest units so that everybody lies within the limit of one
/// (C. Toregas, R. Swain, C. ReVelle, L. Bergman, "The location of emergency service facilities", Operations Research 19, 1971).
/// </summary>
public static class SetCovering
{
    /// <summary>The fewest units; demands that no allowed site reaches are left out and named.</summary>
    /// <param name="problem">Whom the sites cover; targets and the wider limit play no part.</param>
    /// <param name="limits">When to stop before the proof.</param>
    public static Checked<LocateAnswer> Solve(CoverProblem problem, SearchLimits limits)
    {
        var all = problem with { Targets = [] };
        return all.Fault(null) is { } fault ? fault : CoverSearch.Run(all, Model(all), limits, LocateFaults.OutOfTime);
    }

    internal static CoverModel Model(CoverProblem problem) => CoverModel.Of(Dominance.Reduce(problem), [0, 0], null, gains: false);
}
