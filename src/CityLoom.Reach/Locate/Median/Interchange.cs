namespace CityLoom.Reach.Locate.Median;

/// <summary>
/// Fast interchange for the p-median: for a site that comes in, one pass over the demands gives what every site that could go
/// would cost (R. Whitaker, INFOR 21, 1983; P. Hansen, N. Mladenović 1997), with the nearest and the second nearest open site kept
/// for every demand (M. Resende, R. Werneck 2007).
/// </summary>
internal sealed class Interchange(MedianModel model)
{
    private const double Least = 1e-7;
    private readonly NearestTwo _nearest = new(model);
    private readonly double[] _loss = new double[model.Sites];

    /// <summary>Opens sites one by one where they save the most.</summary>
    public int[] Greedy()
    {
        var units = (int[])model.Range.Least.Clone();
        var costs = new double[model.Demands];
        for (var demand = 0; demand < model.Demands; demand++)
        {
            costs[demand] = model.Unreached(demand);
        }

        for (var site = 0; site < model.Sites; site++)
        {
            Open(site, units[site] > 0, costs);
        }

        for (var left = model.Units - units.Sum(); left > 0; left--)
        {
            var best = Enumerable.Range(0, model.Sites).Where(site => units[site] < model.Range.Most[site]).MaxBy(site => Saving(site, costs));
            units[best] = 1;
            Open(best, true, costs);
        }

        return units;
    }

    /// <summary>Interchanges until no exchange of one site for another saves; the choice is overwritten. Returns the cost.</summary>
    public double Improve(int[] units)
    {
        _nearest.Set(units);
        for (var (site, idle) = (0, 0); idle < model.Sites; site = (site + 1) % model.Sites, idle++)
        {
            if (units[site] == 0 && model.Range.Most[site] > 0 && Leaver(site, units) is >= 0 and var leaver)
            {
                (units[site], units[leaver], idle) = (1, 0, 0);
                _nearest.Exchange(leaver, site, units);
            }
        }

        return _nearest.Cost();
    }

    /// <summary>The cost of a choice.</summary>
    public double Cost(int[] units)
    {
        _nearest.Set(units);
        return _nearest.Cost();
    }

    private double Saving(int site, double[] costs)
    {
        var to = model.CostsTo(site);
        var saved = 0.0;
        for (var demand = 0; demand < costs.Length; demand++)
        {
            saved += Math.Max(0, costs[demand] - to[demand]);
        }

        return saved;
    }

    private void Open(int site, bool open, double[] costs)
    {
        var to = model.CostsTo(site);
        for (var demand = 0; open && demand < costs.Length; demand++)
        {
            costs[demand] = Math.Min(costs[demand], to[demand]);
        }
    }

    /// <summary>The site that had best go when another comes in; -1 when no exchange saves.</summary>
    private int Leaver(int incoming, int[] units)
    {
        Array.Clear(_loss);
        var to = model.CostsTo(incoming);
        var gain = 0.0;
        for (var demand = 0; demand < to.Length; demand++)
        {
            var (then, now) = (to[demand], _nearest.FirstCost[demand]);
            if (then < now)
            {
                gain += now - then;
            }
            else if (_nearest.First[demand] is >= 0 and var first)
            {
                _loss[first] += Math.Min(then, _nearest.SecondCost[demand]) - now;
            }
        }

        var leaver = -1;
        for (var open = 0; open < units.Length; open++)
        {
            if (units[open] > model.Range.Least[open] && (leaver < 0 || _loss[open] < _loss[leaver]))
            {
                leaver = open;
            }
        }

        return leaver >= 0 && gain - _loss[leaver] > Least * (1 + gain) ? leaver : -1;
    }
}
