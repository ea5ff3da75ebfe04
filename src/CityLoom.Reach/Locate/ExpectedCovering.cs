using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate.Covering;

namespace CityLoom.Reach.Locate;

/// <summary>
/// Places units that are busy a part of the time so that as much weight as possible can expect a free one within the limit: the
/// k-th unit that covers a demand adds (1 − q) q^(k−1) of its weight
/// (M. Daskin, "A maximum expected covering location model", Transportation Science 17, 1983).
/// </summary>
public static class ExpectedCovering
{
    /// <summary>The best places, proved or with the gap that is left.</summary>
    /// <param name="problem">Whom the sites cover; a site holds as many units as its rules allow.</param>
    /// <param name="units">Units in all, those fixed included.</param>
    /// <param name="busy">The share of time that a unit is busy, between 0 and 1.</param>
    /// <param name="limits">When to stop before the proof.</param>
    public static Checked<LocateAnswer> Solve(CoverProblem problem, int units, double busy, SearchLimits limits) =>
        busy is not (>= 0 and < 1) ? LocateFaults.BadShare("busy fraction", busy)
        : problem.Fault(units) is { } fault ? fault
        : CoverSearch.Run(problem, CoverModel.Of(problem, Worth(units, busy), units), limits, MaximalCovering.Impossible(units));

    private static double[] Worth(int units, double busy) => [.. Enumerable.Range(0, units + 1).Select(count => 1 - Math.Pow(busy, count))];
}
