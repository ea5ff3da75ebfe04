using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate.Median;

/// <summary>A p-median problem ready to be searched: weighted costs, and for every demand its sites nearest first.</summary>
internal sealed class MedianModel
{
    public MedianModel(MedianProblem problem, int units)
    {
        (Problem, Units) = (problem, units);
        (Demands, Sites) = (problem.Times.Demands, problem.Times.Sites);
        Range = new SiteRange((int[])problem.Rules.Least.Clone(), [.. problem.Rules.Most.Select(most => Math.Min(most, 1))]);
        Penalty = problem.Penalty();
        (Costs, Order) = (new double[(long)Demands * Sites], new int[(long)Demands * Sites]);
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

    /// <summary>Weight times time, row by row.</summary>
    public double[] Costs { get; }

    /// <summary>For every demand the sites, nearest first.</summary>
    public int[] Order { get; }

    public bool Whole => Array.TrueForAll(Problem.Weights, double.IsInteger) && Problem.Capacities.Length == 0;

    public ReadOnlySpan<double> CostsOf(int demand) => Costs.AsSpan(demand * Sites, Sites);

    public ReadOnlySpan<int> OrderOf(int demand) => Order.AsSpan(demand * Sites, Sites);

    /// <summary>What a demand costs when no chosen site reaches it.</summary>
    public double Unreached(int demand) => Problem.Weights[demand] * Penalty;

    private void Sort(int demand)
    {
        var row = Problem.Times.Row(demand);
        var keys = new int[Sites];
        for (var site = 0; site < Sites; site++)
        {
            keys[site] = Math.Min(row[site], Penalty);
            Costs[demand * Sites + site] = Problem.Weights[demand] * keys[site];
            Order[demand * Sites + site] = site;
        }

        new Span<int>(keys).Sort(Order.AsSpan(demand * Sites, Sites));
    }
}
