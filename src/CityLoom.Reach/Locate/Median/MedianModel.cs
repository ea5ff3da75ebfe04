using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate.Median;

/// <summary>A p-median problem ready to be searched: weighted costs, and for every demand its sites nearest first.</summary>
internal sealed class MedianModel
{
    private readonly double[] _sorted, _bySite;
    private readonly int[] _order;

    public MedianModel(MedianProblem problem, int units)
    {
        (Problem, Units) = (problem, units);
        (Demands, Sites) = (problem.Times.Demands, problem.Times.Sites);
        Range = new SiteRange((int[])problem.Rules.Least.Clone(), [.. problem.Rules.Most.Select(most => Math.Min(most, 1))]);
        Penalty = problem.Penalty();
        (_sorted, _order, _bySite) = (new double[Demands * Sites], new int[Demands * Sites], new double[Demands * Sites]);
        for (var demand = 0; demand < Demands; demand++)
        {
            Sort(demand);
        }
    }

    public MedianProblem Problem { get; }

    public int Units { get; }

    public int Demands { get; }

    public int Sites { get; }

    public SiteRange Range { get; }

    public int Penalty { get; }

    public bool Whole => Array.TrueForAll(Problem.Weights, double.IsInteger) && Problem.Capacities.Length == 0;

    /// <summary>Weight times time of a demand to its sites, nearest first as in <see cref="OrderOf"/>.</summary>
    public ReadOnlySpan<double> SortedCosts(int demand) => _sorted.AsSpan(demand * Sites, Sites);

    /// <summary>The sites of a demand, nearest first.</summary>
    public ReadOnlySpan<int> OrderOf(int demand) => _order.AsSpan(demand * Sites, Sites);

    /// <summary>Weight times time of every demand to one site.</summary>
    public ReadOnlySpan<double> CostsTo(int site) => _bySite.AsSpan(site * Demands, Demands);

    /// <summary>What a demand costs when no chosen site reaches it.</summary>
    public double Unreached(int demand) => Problem.Weights[demand] * Penalty;

    private void Sort(int demand)
    {
        var row = Problem.Times.Row(demand);
        var keys = new int[Sites];
        var order = _order.AsSpan(demand * Sites, Sites);
        for (var site = 0; site < Sites; site++)
        {
            (keys[site], order[site]) = (Math.Min(row[site], Penalty), site);
            _bySite[site * Demands + demand] = Problem.Weights[demand] * keys[site];
        }

        keys.AsSpan().Sort(order);
        for (var rank = 0; rank < Sites; rank++)
        {
            _sorted[demand * Sites + rank] = Problem.Weights[demand] * keys[rank];
        }
    }
}
