using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Locate;

/// <summary>Who is how far from where; for models that weigh every minute and not only a limit.</summary>
public sealed record MedianProblem
{
    /// <summary>Travel times of demands (rows) to sites (columns).</summary>
    public required TravelMatrix Times { get; init; }

    /// <summary>The weight of every demand.</summary>
    public required double[] Weights { get; init; }

    /// <summary>What the sites hold and can hold; never more than one unit at a site.</summary>
    public required SiteRules Rules { get; init; }

    /// <summary>The weight that each site can serve; empty for no limits. Demands may be split between sites.</summary>
    public double[] Capacities { get; init; } = [];

    /// <summary>
    /// The time charged for a demand that no chosen site reaches; when null, twice the longest time there is. Such demands are named.
    /// </summary>
    public int? UnreachedTime { get; init; }

    internal InputFault? Fault(int? units)
    {
        var (demands, sites) = (Times.Demands, Times.Sites);
        if (Weights.Length != demands)
        {
            return LocateFaults.WrongLength("weights", Weights.Length, demands);
        }

        if (Array.FindIndex(Weights, weight => weight is not (>= 0 and <= 1e12)) is >= 0 and var bad)
        {
            return LocateFaults.BadWeight(bad, Weights[bad]);
        }

        if (Rules.Sites != sites)
        {
            return LocateFaults.WrongLength("site rules", Rules.Sites, sites);
        }

        if (Capacities.Length != 0 && Capacities.Length != sites)
        {
            return LocateFaults.WrongLength("capacities", Capacities.Length, sites);
        }

        return Array.FindIndex(Capacities, capacity => !(capacity >= 0)) is >= 0 and var site
            ? LocateFaults.BadCapacity(site, Capacities[site])
            : Rules.Fault(units);
    }

    /// <summary>The time charged to a demand without any chosen site in reach.</summary>
    internal int Penalty()
    {
        var longest = 0;
        for (var demand = 0; demand < Times.Demands; demand++)
        {
            foreach (var time in Times.Row(demand))
            {
                longest = time == TravelMatrix.Unreachable ? longest : Math.Max(longest, time);
            }
        }

        return UnreachedTime ?? (int)Math.Min(int.MaxValue - 1, 2L * longest + 1);
    }
}
