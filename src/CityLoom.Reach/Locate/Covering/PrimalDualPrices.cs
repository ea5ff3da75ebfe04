using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate.Covering;

/// <summary>
/// Prices for maximal covering near the optimum of its linear relaxation, by the primal-dual hybrid gradient with diagonal steps
/// (T. Pock, A. Chambolle 2011) and restarts from averages (D. Applegate and others, "Practical large-scale linear programming
/// using primal-dual hybrid gradient", 2021). Any prices give a valid bound, so its accuracy matters for speed only.
/// </summary>
internal sealed class PrimalDualPrices
{
    private const int Steps = 8000;
    private const int Check = 40;
    private const double Accuracy = 1e-6;

    private readonly CoverModel _model;
    private readonly CoverRows _rows;
    private readonly UnitPolytope _polytope;
    private readonly Iterate _now, _sum;
    private readonly double[] _y, _leap, _reach, _rowStep;
    private double _weight;

    public PrimalDualPrices(CoverModel model)
    {
        (_model, _rows) = (model, model.Rows);
        var lists = _rows.Lists;
        _polytope = new UnitPolytope(model.Range, model.Units!.Value, [.. Enumerable.Range(0, lists.Sites).Select(site => 1.0 / Math.Max(1, lists.DemandsOf(site).Length))]);
        (_now, _sum) = (new Iterate(new double[lists.Sites], new double[_rows.Count]), new Iterate(new double[lists.Sites], new double[_rows.Count]));
        (_y, _leap, _reach) = (new double[_rows.Count], new double[lists.Sites], new double[_rows.Count]);
        _rowStep = [.. Enumerable.Range(0, _rows.Count).Select(row => 1.0 / (1 + lists.SitesOf(row).Length))];
        for (var row = 0; row < _rows.Count; row++)
        {
            (_y[row], _now.Prices[row]) = (1, 0.4 * _rows.Weights[row]);
        }

        _polytope.Project(_now.Units);
        _weight = Math.Max(1e-6, Math.Sqrt(_rows.Weights.Sum(weight => weight * weight) / model.Units.Value));
    }

    private sealed record Iterate(double[] Units, double[] Prices)
    {
        public Iterate Copy() => new((double[])Units.Clone(), (double[])Prices.Clone());

        public Iterate Scaled(double by) => new([.. Units.Select(value => value * by)], [.. Prices.Select(value => value * by)]);
    }

    /// <summary>Whether the method fits: one level of cover, no targets.</summary>
    public static bool Fits(CoverModel model) => model.Units is not null && model.Worth is [0, 1] && model.Targets.Count == 0 && model.Rows.Count > 0;

    /// <summary>Fills the prices of the lowest bound found.</summary>
    public void Run(double[] prices, Func<bool> over)
    {
        _now.Prices.CopyTo(prices, 0);
        var (best, lastGap, since, start) = (double.PositiveInfinity, double.PositiveInfinity, 0, _now.Copy());
        for (var step = 1; step <= Steps; step++)
        {
            Step();
            since++;
            if (step % Check != 0)
            {
                continue;
            }

            var average = _sum.Scaled(1.0 / since);
            var (bound, averageBound) = (Bound(_now), Bound(average));
            if (Math.Min(bound, averageBound) < best)
            {
                best = Math.Min(bound, averageBound);
                (bound < averageBound ? _now : average).Prices.CopyTo(prices, 0);
            }

            var (gap, averageGap) = (bound - Value(_now), averageBound - Value(average));
            if (Math.Min(gap, averageGap) < Accuracy * Math.Abs(best) || over())
            {
                return;
            }

            if (Math.Min(gap, averageGap) < 0.4 * lastGap || since > 0.4 * step)
            {
                (lastGap, since) = (Math.Min(gap, averageGap), 0);
                Restart(averageGap < gap ? average : _now, start);
                start = _now.Copy();
            }
        }
    }

    private void Step()
    {
        for (var site = 0; site < _leap.Length; site++)
        {
            var value = 0.0;
            foreach (var row in _rows.Lists.DemandsOf(site))
            {
                value += _now.Prices[row];
            }

            _leap[site] = _now.Units[site] + _polytope.Steps[site] / _weight * value;
        }

        _polytope.Project(_leap);
        for (var site = 0; site < _leap.Length; site++)
        {
            (_now.Units[site], _leap[site]) = (_leap[site], 2 * _leap[site] - _now.Units[site]);
            _sum.Units[site] += _now.Units[site];
        }

        Reach(_leap);
        for (var row = 0; row < _y.Length; row++)
        {
            var y = row < _rows.FirstMust ? Math.Clamp(_y[row] + (_rows.Weights[row] - _now.Prices[row]) / _weight, 0, 1) : 1;
            _now.Prices[row] = Math.Max(0, _now.Prices[row] - _rowStep[row] * _weight * (_reach[row] - (2 * y - _y[row])));
            _sum.Prices[row] += _now.Prices[row];
            _y[row] = y;
        }
    }

    /// <summary>Begins again at a point, with the balance of the two sides by how far each has come.</summary>
    private void Restart(Iterate at, Iterate start)
    {
        if (!ReferenceEquals(at, _now))
        {
            at.Units.CopyTo(_now.Units, 0);
            at.Prices.CopyTo(_now.Prices, 0);
            Reach(_now.Units);
            for (var row = 0; row < _rows.FirstMust; row++)
            {
                _y[row] = Math.Min(1, _reach[row]);
            }
        }

        var (units, prices) = (Distance(_now.Units, start.Units), Distance(_now.Prices, start.Prices));
        _weight = units > 1e-9 && prices > 1e-9 ? Math.Sqrt(prices / units * _weight) : _weight;
        Array.Clear(_sum.Units);
        Array.Clear(_sum.Prices);
    }

    private double Value(Iterate at)
    {
        Reach(at.Units);
        var sum = 0.0;
        for (var row = 0; row < _rows.FirstMust; row++)
        {
            sum += _rows.Weights[row] * Math.Min(1, _reach[row]);
        }

        return sum;
    }

    private double Bound(Iterate at)
    {
        var (values, relaxation) = (new double[_leap.Length], new CoverRelaxation(_model));
        return relaxation.Price(at.Prices, _model.Range, values) + new SiteChoice(values.Length, _model.Units).Choose(values, _model.Range);
    }

    private void Reach(double[] units)
    {
        Array.Clear(_reach);
        for (var site = 0; site < units.Length; site++)
        {
            if (units[site] != 0)
            {
                foreach (var row in _rows.Lists.DemandsOf(site))
                {
                    _reach[row] += units[site];
                }
            }
        }
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second)));
}
