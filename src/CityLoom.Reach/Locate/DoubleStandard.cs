using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate.Covering;

namespace CityLoom.Reach.Locate;

/// <summary>
/// The double standard: everybody within the wider limit of a unit, a share of all weight within the narrow one, and then as much
/// weight as possible within the narrow limit of two units
/// (M. Gendreau, G. Laporte, F. Semet, "Solving an ambulance location model by tabu search", Location Science 5, 1997).
/// </summary>
public static class DoubleStandard
{
    /// <summary>The best places; demands that no allowed site reaches within the wider limit are exempt and named.</summary>
    /// <param name="problem">Cover within the narrow limit (10 minutes) and, as the duty, within the wider one (12 minutes).</param>
    /// <param name="units">Units in all, those fixed included; a site holds as many as its rules allow.</param>
    /// <param name="share">The share of all weight that must lie within the narrow limit.</param>
    /// <param name="limits">When to stop before the proof.</param>
    public static Checked<LocateAnswer> Solve(CoverProblem problem, int units, double share, SearchLimits limits)
    {
        if (problem.MustReach is not { } wide)
        {
            return LocateFaults.Impossible("双标准模型需要两个时限。", "The double standard needs two limits.");
        }

        var whole = problem with { Targets = [.. problem.Targets, new CoverTarget(null, share)] };
        if (whole.Fault(units) is { } fault)
        {
            return fault;
        }

        var duty = whole with { MustReach = CoverSearch.Reachable(wide, whole.Rules.Most) };
        return CoverSearch.Run(whole, CoverModel.Of(duty, [0, 0, 1], units), limits, MaximalCovering.Impossible(units));
    }
}
