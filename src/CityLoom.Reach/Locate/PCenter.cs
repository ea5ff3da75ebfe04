using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate.Covering;
using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate;

/// <summary>
/// Places a number of units so that the longest travel time to the nearest one is least: a search over the times that occur, each
/// asking whether so many units cover everybody within it (E. Minieka, "The m-center problem", SIAM Review 12, 1970).
/// </summary>
public static class PCenter
{
    /// <summary>The best places; demands that no allowed site reaches at all are left out and named.</summary>
    /// <param name="problem">Who is how far from where; weights and capacities play no part.</param>
    /// <param name="units">Units in all, those fixed included.</param>
    /// <param name="limits">When to stop before the proof.</param>
    public static Checked<LocateAnswer> Solve(MedianProblem problem, int units, SearchLimits limits)
    {
        if (problem.Fault(units) is { } fault)
        {
            return fault;
        }

        var started = limits.Clock.GetTimestamp();
        var search = new CenterSearch(problem, units);
        search.Begin();
        while (search.Middle is { } radius)
        {
            var left = limits.Time - limits.Clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero || !search.Ask(radius, limits with { Time = left }))
            {
                break;
            }
        }

        return search.Answer();
    }
}

/// <summary>The state of the search for the least radius.</summary>
internal sealed class CenterSearch(MedianProblem problem, int units)
{
    private readonly int[] _times = Candidates(problem);
    private int[]? _units;
    private int _low, _high, _nodes;

    /// <summary>The radius to ask for next; null when the least one is found.</summary>
    public int? Middle => _low >= _high ? null : _times[_low + (_high - _low) / 2];

    /// <summary>Brackets the answer: farthest-first placing from above, nothing from below.</summary>
    public void Begin()
    {
        _units = Farthest();
        _high = Array.BinarySearch(_times, Radius(_units));
    }

    /// <summary>Settles whether the units cover everybody within a radius; false when time ran out.</summary>
    public bool Ask(int radius, SearchLimits limits)
    {
        var cover = new CoverProblem { Cover = problem.Times.Within(radius), Weights = problem.Weights, Rules = problem.Rules };
        var model = SetCovering.Model(cover);
        if (!Coverable(model, radius))
        {
            _low = Array.BinarySearch(_times, radius) + 1;
            return true;
        }

        var found = new BranchAndBound(new CoverRelaxation(model), model.Range.Copy(), limits) { Enough = -units, Hopeless = -units }.Run();
        _nodes += found.Nodes;
        if (found.Units is not null && found.Objective >= -units)
        {
            _units = Filled(found.Units);
            _high = Array.BinarySearch(_times, Radius(_units));
            return true;
        }

        _low = found.Open ? _low : Array.BinarySearch(_times, radius) + 1;
        return !found.Open;
    }

    public LocateAnswer Answer()
    {
        var cover = new CoverProblem { Cover = problem.Times.Within(TravelMatrix.Unreachable - 1), Weights = problem.Weights, Rules = problem.Rules };
        return new LocateAnswer(_times[_high], _times[_low], _units!, UncoveredDemands.Of(cover, _units!), _nodes);
    }

    /// <summary>Every demand that some allowed site reaches must still have a site within the radius.</summary>
    private bool Coverable(CoverModel model, int radius) =>
        Enumerable.Range(0, problem.Times.Demands).All(demand => Nearest(problem, demand, problem.Rules.Most) is var time && (time == TravelMatrix.Unreachable || time <= radius))
        && new CoverRelaxation(model).Possible(model.Range);

    private int Radius(int[] chosen)
    {
        var radius = _times[0];
        for (var demand = 0; demand < problem.Times.Demands; demand++)
        {
            if (Nearest(problem, demand, problem.Rules.Most) < TravelMatrix.Unreachable)
            {
                radius = Math.Max(radius, Nearest(problem, demand, chosen));
            }
        }

        return radius;
    }

    /// <summary>Puts each next unit where the demand that is farthest off has its nearest allowed site.</summary>
    private int[] Farthest()
    {
        var chosen = (int[])problem.Rules.Least.Clone();
        while (chosen.Sum() < units)
        {
            var free = problem.Rules.Most.Select((most, site) => most > chosen[site] ? 1 : 0).ToArray();
            var farthest = Enumerable.Range(0, problem.Times.Demands)
                .Where(demand => Nearest(problem, demand, free) < TravelMatrix.Unreachable)
                .MaxBy(demand => Nearest(problem, demand, chosen));
            var site = Enumerable.Range(0, free.Length).Where(site => free[site] > 0).MinBy(site => problem.Times[farthest, site]);
            chosen[site]++;
        }

        return chosen;
    }

    /// <summary>Places units that the cover did not need wherever there is room.</summary>
    private int[] Filled(int[] chosen)
    {
        var filled = (int[])chosen.Clone();
        for (var (site, left) = (0, units - chosen.Sum()); site < filled.Length && left > 0; site++)
        {
            var more = filled[site] == 0 ? Math.Min(left, problem.Rules.Most[site]) : 0;
            (filled[site], left) = (filled[site] + more, left - more);
        }

        return filled;
    }

    private static int Nearest(MedianProblem problem, int demand, int[] sites)
    {
        var (row, nearest) = (problem.Times.Row(demand).ToArray(), TravelMatrix.Unreachable);
        for (var site = 0; site < row.Length; site++)
        {
            nearest = sites[site] > 0 ? Math.Min(nearest, row[site]) : nearest;
        }

        return nearest;
    }

    private static int[] Candidates(MedianProblem problem)
    {
        var times = new SortedSet<int>();
        for (var demand = 0; demand < problem.Times.Demands; demand++)
        {
            times.UnionWith(problem.Times.Row(demand).ToArray());
        }

        return [.. times];
    }
}
