namespace CityLoom.Reach.Locate.Median;

/// <summary>
/// Fast interchange for the p-median: for a site that comes in, one pass over the demands gives what every site that could go
/// would cost (R. Whitaker, INFOR 21, 1983; P. Hansen, N. Mladenović 1997), with the nearest and the second nearest open site kept
/// for every demand (M. Resende, R. Werneck 2007).
/// </summary>
internal sealed class Interchange(MedianModel model)
{
    private readonly int[] _first = new int[model.Demands], _second = new int[model.Demands];
    private readonly double[] _loss = new double[model.Sites];
    private int[] _units = new int[model.Sites];

    /// <summary>Opens sites one by one where they save the most.</summary>
    public int[] Greedy()
    {
        _units = (int[])model.Range.Least.Clone();
        var costs = new double[model.Demands];
        for (var demand = 0; demand < model.Demands; demand++)
        {
            costs[demand] = model.Unreached(demand);
        }

        for (var site = 0; site < model.Sites; site++)
        {
            Take(site, costs, _units[site] > 0);
        }

        for (var left = model.Units - _units.Sum(); left > 0; left--)
        {
            var best = Enumerable.Range(0, model.Sites).Where(site => _units[site] < model.Range.Most[site]).MaxBy(site => Take(site, costs, false));
            _units[best] = 1;
            Take(best, costs, true);
        }

        return _units;
    }

    /// <summary>Interchanges until no exchange of one site for another saves; the choice is overwritten.</summary>
    public double Improve(int[] units)
    {
        _units = units;
        Rank();
        while (BestExchange() is { Saves: > 1e-7 } exchange)
        {
            (_units[exchange.Out], _units[exchange.In]) = (0, 1);
            Rank();
        }

        return Cost();
    }

    public double Cost(int[] units)
    {
        _units = units;
        Rank();
        return Cost();
    }

    private double Cost()
    {
        var sum = 0.0;
        for (var demand = 0; demand < model.Demands; demand++)
        {
            sum += CostOf(demand, _first[demand]);
        }

        return sum;
    }

    private double CostOf(int demand, int site) => site < 0 ? model.Unreached(demand) : model.Costs[demand * model.Sites + site];

    private double Take(int site, double[] costs, bool keep)
    {
        var saved = 0.0;
        for (var demand = 0; demand < costs.Length; demand++)
        {
            var cost = model.Costs[demand * model.Sites + site];
            if (cost < costs[demand])
            {
                saved += costs[demand] - cost;
                costs[demand] = keep ? cost : costs[demand];
            }
        }

        return saved;
    }

    /// <summary>Finds the nearest and second nearest open site of every demand.</summary>
    private void Rank()
    {
        for (var demand = 0; demand < model.Demands; demand++)
        {
            (_first[demand], _second[demand]) = (-1, -1);
            foreach (var site in model.OrderOf(demand))
            {
                if (_units[site] == 0)
                {
                    continue;
                }

                if (_first[demand] >= 0)
                {
                    _second[demand] = site;
                    break;
                }

                _first[demand] = site;
            }
        }
    }

    private Exchange? BestExchange()
    {
        var best = new Exchange(-1, -1, 0);
        for (var site = 0; site < model.Sites; site++)
        {
            if (_units[site] == 0 && model.Range.Most[site] > 0 && ExchangeFor(site) is var exchange && exchange.Saves > best.Saves)
            {
                best = exchange;
            }
        }

        return best.In < 0 ? null : best;
    }

    private Exchange ExchangeFor(int site)
    {
        Array.Clear(_loss);
        var gain = 0.0;
        for (var demand = 0; demand < model.Demands; demand++)
        {
            var (now, then) = (CostOf(demand, _first[demand]), model.Costs[demand * model.Sites + site]);
            if (then < now)
            {
                gain += now - then;
            }
            else if (_first[demand] >= 0)
            {
                _loss[_first[demand]] += Math.Min(then, CostOf(demand, _second[demand])) - now;
            }
        }

        var away = -1;
        for (var open = 0; open < model.Sites; open++)
        {
            if (_units[open] > model.Range.Least[open] && (away < 0 || _loss[open] < _loss[away]))
            {
                away = open;
            }
        }

        return away < 0 ? new Exchange(-1, -1, 0) : new Exchange(site, away, gain - _loss[away]);
    }

    private sealed record Exchange(int In, int Out, double Saves);
}
