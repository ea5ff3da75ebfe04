using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Locate;

/// <summary>What every covering model starts from: who is reached from where, how much each weighs, what the sites allow.</summary>
public sealed record CoverProblem
{
    /// <summary>Which site covers which demand within the limit.</summary>
    public required CoverLists Cover { get; init; }

    /// <summary>The weight of every demand, such as its residents or its calls a year.</summary>
    public required double[] Weights { get; init; }

    /// <summary>What the sites hold and can hold.</summary>
    public required SiteRules Rules { get; init; }

    /// <summary>Cover within a wider limit that every demand must have; null for none.</summary>
    public CoverLists? MustReach { get; init; }

    /// <summary>The zone of every demand; empty when there are no zones.</summary>
    public int[] Zones { get; init; } = [];

    /// <summary>The weight that each unit of a site can serve; empty for no limits. Demands may be split between sites.</summary>
    public double[] Capacities { get; init; } = [];

    /// <summary>Shares of weight that must be covered.</summary>
    public IReadOnlyList<CoverTarget> Targets { get; init; } = [];

    /// <summary>What is wrong with the problem; null when it can be solved for so many units.</summary>
    internal InputFault? Fault(int? units)
    {
        var demands = Cover.Demands;
        if (Weights.Length != demands)
        {
            return LocateFaults.WrongLength("weights", Weights.Length, demands);
        }

        if (Array.FindIndex(Weights, weight => weight is not (>= 0 and <= 1e12)) is >= 0 and var bad)
        {
            return LocateFaults.BadWeight(bad, Weights[bad]);
        }

        if (Rules.Sites != Cover.Sites || Rules.Most.Length != Cover.Sites)
        {
            return LocateFaults.WrongLength("site rules", Rules.Sites, Cover.Sites);
        }

        return MustReach is { } wide && (wide.Demands != demands || wide.Sites != Cover.Sites)
            ? LocateFaults.WrongLength("demands of the wider limit", wide.Demands, demands)
            : TargetFault() ?? Rules.Fault(units);
    }

    private InputFault? TargetFault()
    {
        if (Zones.Length != 0 && Zones.Length != Cover.Demands)
        {
            return LocateFaults.WrongLength("zones", Zones.Length, Cover.Demands);
        }

        foreach (var target in Targets)
        {
            if (target.Share is not (>= 0 and <= 1))
            {
                return LocateFaults.BadShare("target share", target.Share);
            }

            if (target.Zone is { } zone && !Zones.Contains(zone))
            {
                return LocateFaults.Impossible($"目标提到的分区 {zone} 里没有需求点。", $"The target names zone {zone}, which has no demand.");
            }
        }

        return null;
    }
}

/// <summary>A share of weight that must be covered at least once.</summary>
/// <param name="Zone">Of this zone; of everything when null.</param>
/// <param name="Share">Between 0 and 1.</param>
public sealed record CoverTarget(int? Zone, double Share);
