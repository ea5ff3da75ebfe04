using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate.Covering;

/// <summary>A covering model ready to be searched.</summary>
internal sealed record CoverModel
{
    public required CoverRows Rows { get; init; }

    /// <summary>What 0, 1, 2 … covering units bring, as a share of a row's weight; never falls.</summary>
    public required double[] Worth { get; init; }

    /// <summary>Units to place; null to place as few as will do.</summary>
    public required int? Units { get; init; }

    /// <summary>Of every site the least and the most units.</summary>
    public required SiteRange Range { get; init; }

    public IReadOnlyList<WeightTarget> Targets { get; init; } = [];

    /// <summary>The least difference between two objectives; 0 where unknown.</summary>
    public double Grain { get; init; }

    /// <summary>What each unit costs: 1 where their number is to be least.</summary>
    public double UnitCost => Units is null ? 1 : 0;

    /// <summary>The model of a problem whose objective grows with cover.</summary>
    public static CoverModel Of(CoverProblem problem, double[] worth, int? units, bool gains = true)
    {
        var rows = CoverRows.Of(problem, gains);
        var whole = units is null || (worth.All(double.IsInteger) && Array.TrueForAll(problem.Weights, double.IsInteger));
        return new CoverModel
        {
            Rows = rows,
            Worth = worth,
            Units = units,
            Range = new SiteRange((int[])problem.Rules.Least.Clone(), (int[])problem.Rules.Most.Clone()),
            Targets = [.. problem.Targets.Select(target => WeightTarget.Of(target, problem))],
            Grain = whole ? 1 : 0,
        };
    }

    /// <summary>Weight covered at least once in a zone, or anywhere when null, for given counts of units per row.</summary>
    public double Covered(int? zone, int[] counts)
    {
        var sum = 0.0;
        for (var row = 0; row < Rows.FirstMust; row++)
        {
            sum += counts[row] > 0 && (zone is null || zone == Rows.Zones[row]) ? Rows.Weights[row] : 0;
        }

        return sum;
    }

    /// <summary>The objective for given counts of units per row; negative infinity when a duty or a target is not met.</summary>
    public double Objective(int[] counts, int[] units)
    {
        if (counts.AsSpan(Rows.FirstMust).Contains(0) || Targets.Any(target => Covered(target.Zone, counts) < target.Weight - 1e-6))
        {
            return double.NegativeInfinity;
        }

        var sum = -UnitCost * units.Sum();
        for (var row = 0; row < Rows.FirstMust; row++)
        {
            sum += Rows.Weights[row] * Worth[Math.Min(counts[row], Worth.Length - 1)];
        }

        return sum;
    }
}

/// <summary>A weight that must be covered at least once, in a zone or anywhere.</summary>
internal sealed record WeightTarget(int? Zone, double Weight)
{
    public static WeightTarget Of(CoverTarget target, CoverProblem problem)
    {
        var weight = 0.0;
        for (var demand = 0; demand < problem.Weights.Length; demand++)
        {
            weight += target.Zone is null || target.Zone == problem.Zones[demand] ? problem.Weights[demand] : 0;
        }

        return new WeightTarget(target.Zone, weight * target.Share);
    }
}
