namespace CityLoom.Reach.Locate.Covering;

/// <summary>Names the demands that a choice leaves uncovered, and why.</summary>
internal static class UncoveredDemands
{
    public static IReadOnlyList<Uncovered> Of(CoverProblem problem, int[] units)
    {
        var (cover, most) = (problem.Cover, problem.Rules.Most);
        var open = Enumerable.Range(0, cover.Demands).Where(demand => !Any(cover.SitesOf(demand), units)).ToList();
        var worth = new double[cover.Sites];
        foreach (var demand in open)
        {
            foreach (var site in cover.SitesOf(demand))
            {
                worth[site] += problem.Weights[demand];
            }
        }

        return [.. open.Select(demand => Explain(problem, demand, most, worth)).OrderByDescending(u => u.Weight).ThenBy(u => u.Demand)];
    }

    private static Uncovered Explain(CoverProblem problem, int demand, int[] most, double[] worth)
    {
        var sites = problem.Cover.SitesOf(demand);
        int? best = null;
        foreach (var site in sites)
        {
            best = most[site] > 0 && (best is not { } so || worth[site] > worth[so]) ? site : best;
        }

        var reason = sites.IsEmpty ? UncoveredReason.NoSite : best is null ? UncoveredReason.OnlyForbiddenSites : UncoveredReason.NotChosen;
        return new Uncovered(demand, problem.Weights[demand], reason, best);
    }

    private static bool Any(ReadOnlySpan<int> sites, int[] units)
    {
        foreach (var site in sites)
        {
            if (units[site] > 0)
            {
                return true;
            }
        }

        return false;
    }
}
