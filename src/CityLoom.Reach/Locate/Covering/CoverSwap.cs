namespace CityLoom.Reach.Locate.Covering;

/// <summary>Greedy placing and swapping of units, with seeded kicks out of local optima.</summary>
internal sealed class CoverSwap(CoverModel model)
{
    private const double Least = 1e-9;

    /// <summary>Kicks without a better choice after which the search goes back to the best.</summary>
    private const int Patience = 30;

    /// <summary>The share by which the search may get worse on its way.</summary>
    private const double Slack = 0.0005;

    private readonly CoverCounts _counts = new(model);
    private readonly bool[] _near = new bool[model.Rows.Count];

    /// <summary>A good choice from nothing but the fixed units.</summary>
    public int[] FirstChoice(int units, int kicks)
    {
        _counts.Set(model.Range.Least);
        Fill(units);
        Swap();
        return Kicked(Taken(), kicks, static () => false);
    }

    /// <summary>Kicks a choice and swaps again, going on from what is hardly worse; returns the best.</summary>
    public int[] Kicked(int[] units, int kicks, Func<bool> over)
    {
        _counts.Set(units);
        var (best, score, random) = (Taken(), Score(), new Random(20240229));
        var (at, atScore, idle) = (best, score, 0);
        for (var kick = 0; kick < kicks && !over() && !(model.Rows.FirstMust == 0 && score.Missing == 0); kick++)
        {
            Kick(random, kick);
            Swap();
            var (next, better) = (Score(), Score().CompareTo(score));
            (idle, best, score) = (better > 0 ? 0 : idle + 1, better >= 0 ? Taken() : best, better >= 0 ? next : score);
            if (idle >= Patience)
            {
                (idle, at, atScore) = (0, best, score);
            }
            else if (better >= 0 || (next.Missing >= atScore.Missing && next.Value >= atScore.Value - Slack * Math.Abs(atScore.Value)))
            {
                (at, atScore) = (Taken(), next);
            }

            _counts.Set(at);
        }

        return best;
    }

    /// <summary>Swaps from a choice until no single swap is better; the choice is overwritten.</summary>
    public double Improve(int[] units)
    {
        _counts.Set(units);
        Swap();
        _counts.Units.CopyTo(units, 0);
        return Value();
    }

    public double Evaluate(int[] units)
    {
        _counts.Set(units);
        return Value();
    }

    /// <summary>Makes any choice cover every row that must be covered, then takes away what is not needed.</summary>
    public double Repair(int[] units)
    {
        _counts.Set(units);
        while (_counts.Rows.AsSpan(model.Rows.FirstMust).Contains(0) && Best() is >= 0 and var site)
        {
            _counts.Add(site);
        }

        for (var site = 0; site < units.Length; site++)
        {
            while (_counts.Units[site] > model.Range.Least[site] && _counts.Loss[site] < Least)
            {
                _counts.Remove(site);
            }
        }

        _counts.Units.CopyTo(units, 0);
        return Value();
    }

    private double Value() => model.Objective(_counts.Rows, _counts.Units);

    /// <summary>Fewer unmet duties come before a greater objective.</summary>
    private (int Missing, double Value) Score() => (-_counts.Rows.AsSpan(model.Rows.FirstMust).Count(0), Value());

    private int[] Taken() => (int[])_counts.Units.Clone();

    private void Fill(int units)
    {
        for (var left = units - _counts.Units.Sum(); left > 0 && Best() is >= 0 and var site; left--)
        {
            _counts.Add(site);
        }
    }

    /// <summary>The site with room where one more unit brings the most; -1 when none has room.</summary>
    private int Best()
    {
        var best = -1;
        for (var site = 0; site < _counts.Gain.Length; site++)
        {
            if (_counts.Units[site] < model.Range.Most[site] && (best < 0 || _counts.Gain[site] > _counts.Gain[best]))
            {
                best = site;
            }
        }

        return best;
    }

    /// <summary>Swaps, raising the price of unmet targets until they are met.</summary>
    private void Swap()
    {
        var prices = new Dictionary<WeightTarget, double>();
        var spur = model.Worth.Length > 1 && model.Worth[1] == 0 ? 0.3 : 0;
        _counts.SetPrice(_ => spur);
        for (var round = 0; round < 10; round++)
        {
            SwapToRest();
            var unmet = model.Targets.Where(target => model.Covered(target.Zone, _counts.Rows) < target.Weight - 1e-6).ToList();
            if (unmet.Count == 0)
            {
                return;
            }

            unmet.ForEach(target => prices[target] = 2 * prices.GetValueOrDefault(target, 0.25));
            _counts.SetPrice(zone => spur + prices.Where(price => price.Key.Zone is null || price.Key.Zone == zone).Sum(price => price.Value));
        }
    }

    private void SwapToRest()
    {
        for (var better = true; better;)
        {
            better = false;
            for (var site = 0; site < _counts.Units.Length; site++)
            {
                better |= _counts.Units[site] > model.Range.Least[site] && SwapOut(site);
            }
        }
    }

    private bool SwapOut(int site)
    {
        var loss = _counts.Loss[site];
        _counts.Remove(site);
        var best = Best();
        var better = best != site && _counts.Gain[best] > loss + Least * (1 + Math.Abs(loss));
        _counts.Add(better ? best : site);
        return better;
    }

    /// <summary>
    /// Clears a neighbourhood and fills it anew around another centre: a site drawn at random comes in, the units that share most with it go,
    /// and the rest are placed greedily. Every third kick moves units at random, so that what lies far apart is changed together too.
    /// </summary>
    private void Kick(Random random, int kick)
    {
        var swaps = 2 + kick % 3;
        var centre = Pick(random, site => _counts.Units[site] < model.Range.Most[site]);
        if (kick % 3 == 0 || centre < 0)
        {
            Scatter(random, swaps);
            return;
        }

        foreach (var row in model.Rows.Lists.DemandsOf(centre))
        {
            _near[row] = true;
        }

        var away = Enumerable.Range(0, _counts.Units.Length).Where(site => _counts.Units[site] > model.Range.Least[site])
            .OrderByDescending(Shared).ThenBy(site => site).Take(swaps + 1).ToArray();
        Array.Clear(_near);
        foreach (var site in away)
        {
            _counts.Remove(site);
        }

        if (away.Length > 0)
        {
            _counts.Add(centre);
            Fill(_counts.Units.Sum() + away.Length - 1);
        }
    }

    private int Shared(int site)
    {
        var shared = 0;
        foreach (var row in model.Rows.Lists.DemandsOf(site))
        {
            shared += _near[row] ? 1 : 0;
        }

        return shared;
    }

    private void Scatter(Random random, int swaps)
    {
        for (var swap = 0; swap < swaps; swap++)
        {
            var away = Pick(random, site => _counts.Units[site] > model.Range.Least[site]);
            var to = Pick(random, site => _counts.Units[site] < model.Range.Most[site]);
            if (away >= 0 && to >= 0)
            {
                _counts.Remove(away);
                _counts.Add(to);
            }
        }
    }

    private int Pick(Random random, Func<int, bool> fits)
    {
        var all = Enumerable.Range(0, _counts.Units.Length).Where(fits).ToArray();
        return all.Length == 0 ? -1 : all[random.Next(all.Length)];
    }
}
