using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate.Covering;

/// <summary>
/// Covering with the link between rows and units priced: a row asks for as many covering units as pay at its price, a site is
/// worth the prices of the rows that it covers. Targets carry a price too (Galvão and ReVelle 1996 for one level of cover).
/// </summary>
internal sealed class CoverRelaxation(CoverModel model) : Relaxation
{
    private readonly CoverRows _rows = model.Rows;
    private readonly CoverSwap _swap = new(model);
    private readonly int[] _asked = new int[model.Rows.Count];
    private readonly double[] _zonePrice = new double[1 + model.Rows.Zones.DefaultIfEmpty().Max()];
    private readonly double[] _covered = new double[1 + model.Rows.Zones.DefaultIfEmpty().Max()];

    /// <summary>By what each target is divided, so that its slope is of the size of all rows' together and does not drown them.</summary>
    private readonly double[] _scale = [.. model.Targets.Select(target => Math.Max(1, target.Weight) / Math.Sqrt(1 + model.Rows.Count))];

    public override int Sites => _rows.Lists.Sites;

    public override int Multipliers => _rows.Count + model.Targets.Count;

    public override int? Units => model.Units;

    public override double Grain => model.Grain;

    public override double Floor => model.Units is null ? -model.Range.Most.Sum(n => (double)n) : 0;

    public override bool StartsNear => PrimalDualPrices.Fits(model);

    public override void Start(double[] multipliers, Func<bool> over)
    {
        if (StartsNear)
        {
            new PrimalDualPrices(model).Run(multipliers, over);
            return;
        }

        for (var row = 0; row < _rows.Count; row++)
        {
            multipliers[row] = row < _rows.FirstMust ? 0.4 * _rows.Weights[row] : 1.0 / Math.Max(1, _rows.Lists.SitesOf(row).Length);
        }
    }

    public override double Price(double[] multipliers, SiteRange range, double[] siteValues)
    {
        var sum = PriceTargets(multipliers);
        Array.Clear(_covered);
        for (var row = 0; row < _rows.Count; row++)
        {
            sum += row < _rows.FirstMust ? Ask(row, multipliers[row]) : -multipliers[row];
        }

        for (var site = 0; site < siteValues.Length; site++)
        {
            if (range.Most[site] == 0)
            {
                continue;
            }

            var value = -model.UnitCost;
            foreach (var row in _rows.Lists.DemandsOf(site))
            {
                value += multipliers[row];
            }

            siteValues[site] = value;
        }

        return sum;
    }

    public override void Slope(int[] units, double[] slope)
    {
        for (var row = 0; row < _rows.Count; row++)
        {
            slope[row] = row < _rows.FirstMust ? -_asked[row] : -1;
        }

        for (var site = 0; site < units.Length; site++)
        {
            if (units[site] > 0)
            {
                foreach (var row in _rows.Lists.DemandsOf(site))
                {
                    slope[row] += units[site];
                }
            }
        }

        for (var target = 0; target < model.Targets.Count; target++)
        {
            var (zone, weight) = (model.Targets[target].Zone, model.Targets[target].Weight);
            slope[_rows.Count + target] = ((zone is { } one ? _covered[one] : _covered.Sum()) - weight) / _scale[target];
        }
    }

    public override void Project(double[] multipliers)
    {
        for (var row = 0; row < multipliers.Length; row++)
        {
            multipliers[row] = Math.Max(0, multipliers[row]);
        }

        PriceTargets(multipliers);
        for (var row = 0; row < _rows.FirstMust; row++)
        {
            multipliers[row] = Math.Min(multipliers[row], _rows.Weights[row] * (_zonePrice[_rows.Zones[row]] + Steepest));
        }
    }

    public override bool Possible(SiteRange range)
    {
        for (var row = _rows.FirstMust; row < _rows.Count; row++)
        {
            var possible = false;
            foreach (var site in _rows.Lists.SitesOf(row))
            {
                possible |= range.Most[site] > 0;
            }

            if (!possible)
            {
                return false;
            }
        }

        return range.Allows(Units);
    }

    public override double Evaluate(int[] units) => _swap.Evaluate(units);

    public override double Improve(int[] units) => Units is null ? _swap.Repair(units) : _swap.Improve(units);

    public override int[]? Intensify(int[] units, SiteRange range, double[] multipliers, Func<bool> over)
    {
        if (Units is not { } p)
        {
            return null;
        }

        var (open, few) = (range.Including(units), Promising(range, multipliers, p).Including(units));
        int[] best = [.. new CoverSwap(model with { Range = open }).Kicked(units, 800, over)];
        var anew = new CoverSwap(model with { Range = few });
        var other = anew.Kicked(anew.FirstChoice(p, 20), 1600, over);
        return Evaluate(other) > Evaluate(best) ? other : best;
    }

    public override int[]? FirstChoice() => Units is { } p ? _swap.FirstChoice(p, 20) : new FewestUnits(model).FirstChoice();

    /// <summary>The range without the sites that are worth least at these multipliers; two or three times as many stay as units are placed.</summary>
    private SiteRange Promising(SiteRange range, double[] multipliers, int units)
    {
        var (values, few) = (new double[Sites], range.Copy());
        Price(multipliers, range, values);
        foreach (var site in Enumerable.Range(0, Sites).OrderByDescending(site => range.Most[site] > 0 ? values[site] : double.NegativeInfinity).Skip((units * 5 / 2) + 10))
        {
            few.Most[site] = few.Least[site];
        }

        return few;
    }

    /// <summary>The most that units bring on average, as a share of the weight.</summary>
    private double Steepest { get; } = Enumerable.Range(1, Math.Max(1, model.Worth.Length - 1)).Max(n => model.Worth.ElementAtOrDefault(n) / n);

    private double PriceTargets(double[] multipliers)
    {
        Array.Clear(_zonePrice);
        var sum = 0.0;
        for (var target = 0; target < model.Targets.Count; target++)
        {
            var price = multipliers[_rows.Count + target] / _scale[target];
            sum -= price * model.Targets[target].Weight;
            for (var zone = 0; zone < _zonePrice.Length; zone++)
            {
                _zonePrice[zone] += model.Targets[target].Zone is null || model.Targets[target].Zone == zone ? price : 0;
            }
        }

        return sum;
    }

    /// <summary>The number of covering units that pays best for a row at its price, and what is left of their worth.</summary>
    private double Ask(int row, double price)
    {
        var (weight, first, best, asked) = (_rows.Weights[row], _zonePrice[_rows.Zones[row]], 0.0, 0);
        for (var count = 1; count < model.Worth.Length; count++)
        {
            var left = weight * (model.Worth[count] + first) - price * count;
            if (left > best)
            {
                (best, asked) = (left, count);
            }
        }

        _asked[row] = asked;
        _covered[_rows.Zones[row]] += asked > 0 ? weight : 0;
        return best;
    }
}
