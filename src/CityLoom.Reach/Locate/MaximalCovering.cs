using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate.Covering;
using CityLoom.Reach.Locate.Median;

namespace CityLoom.Reach.Locate;

/// <summary>
/// Places a number of units so that as much weight as possible lies within the limit of one
/// (R. Church, C. ReVelle, "The maximal covering location problem", Papers of the Regional Science Association 32, 1974).
/// </summary>
public static class MaximalCovering
{
    /// <summary>The best places, proved or with the gap that is left.</summary>
    /// <param name="problem">Whom the sites cover; targets by zone are kept, and so is a wider limit that all must lie within.</param>
    /// <param name="units">Units in all, those fixed included.</param>
    /// <param name="limits">When to stop before the proof.</param>
    public static Checked<LocateAnswer> Solve(CoverProblem problem, int units, SearchLimits limits) =>
        problem.Fault(units) is { } fault ? fault
        : problem.Capacities.Length > 0 ? CapacitatedSearch.Cover(problem, units, limits)
        : CoverSearch.Run(problem, CoverModel.Of(problem, [0, 1], units), limits, Impossible(units));

    internal static InputFault Impossible(int units) => LocateFaults.Impossible(
        $"用 {units} 个单元无法满足全部目标（已证明）。请增加单元、放宽目标或增加站址。",
        $"It is proved that {units} units can't meet all the targets. Add units or sites, or lower a target.");
}
