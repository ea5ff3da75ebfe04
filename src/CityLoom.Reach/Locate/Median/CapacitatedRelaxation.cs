using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate.Median;

/// <summary>
/// The p-median with capacities, its duty to serve priced: a site is worth the best filling of its capacity, a knapsack of
/// divisible goods, which is filled by the best price per weight first (G. Dantzig 1957).
/// </summary>
internal sealed class CapacitatedRelaxation : Relaxation
{
    private const int Trials = 60;
    private readonly MedianModel _model;
    private readonly MedianRelaxation _free;
    private readonly CapacitatedFlow _flow;
    private readonly double[] _capacities;

    /// <summary>Site by site the share of each demand that the filling takes.</summary>
    private readonly double[] _filled;

    public CapacitatedRelaxation(MedianModel model)
    {
        (_model, _free, _flow) = (model, new MedianRelaxation(model), new CapacitatedFlow(model));
        _capacities = [.. model.Problem.Capacities.Select(Math.Floor)];
        _filled = new double[model.Sites * model.Demands];
    }

    public override int Sites => _model.Sites;

    public override int Multipliers => _model.Demands;

    public override int? Units => _model.Units;

    public override double Grain => 1;

    public override double Floor => _free.Floor;

    public override void Start(double[] multipliers, Func<bool> over) => _free.Start(multipliers, over);

    public override double Price(double[] multipliers, SiteRange range, double[] siteValues)
    {
        Array.Clear(_filled);
        for (var site = 0; site < siteValues.Length; site++)
        {
            siteValues[site] = range.Most[site] == 0 ? 0 : Fill(site, multipliers);
        }

        return -multipliers.Sum();
    }

    public override void Slope(int[] units, double[] slope)
    {
        Array.Fill(slope, -1);
        for (var site = 0; site < units.Length; site++)
        {
            for (var demand = 0; units[site] > 0 && demand < slope.Length; demand++)
            {
                slope[demand] += _filled[site * slope.Length + demand];
            }
        }
    }

    public override void Project(double[] multipliers) => _free.Project(multipliers);

    public override double Evaluate(int[] units) => -_flow.Cost(units);

    /// <summary>Exchanges sites as long as one of a few promising exchanges helps; each is judged by a whole assignment.</summary>
    public override double Improve(int[] units)
    {
        var (best, random) = (Evaluate(units), new Random(1));
        for (var trial = 0; trial < Trials; trial++)
        {
            var (leaver, incoming) = (random.Next(Sites), random.Next(Sites));
            if (units[leaver] <= _model.Range.Least[leaver] || units[incoming] >= _model.Range.Most[incoming])
            {
                continue;
            }

            (units[leaver], units[incoming]) = (0, 1);
            var now = Evaluate(units);
            if (now > best)
            {
                best = now;
            }
            else
            {
                (units[leaver], units[incoming]) = (1, 0);
            }
        }

        return best;
    }

    public override int[] FirstChoice()
    {
        var units = _free.FirstChoice();
        Improve(units);
        return units;
    }

    private double Fill(int site, double[] prices)
    {
        var (costs, wanted) = (_model.CostsTo(site).ToArray(), new List<(double Ratio, int Demand)>());
        for (var demand = 0; demand < prices.Length; demand++)
        {
            if (prices[demand] > costs[demand])
            {
                wanted.Add(((prices[demand] - costs[demand]) / _model.Problem.Weights[demand], demand));
            }
        }

        wanted.Sort(static (a, b) => b.Ratio != a.Ratio ? b.Ratio.CompareTo(a.Ratio) : a.Demand.CompareTo(b.Demand));
        var (left, value) = (_capacities[site], 0.0);
        foreach (var (_, demand) in wanted)
        {
            var share = Math.Min(1, left / _model.Problem.Weights[demand]);
            _filled[site * prices.Length + demand] = share;
            value += share * (prices[demand] - costs[demand]);
            left -= share * _model.Problem.Weights[demand];
        }

        return value;
    }
}
