namespace CityLoom.Reach.Locate.Search;

/// <summary>The best units for given values per unit at each site, and what it costs to depart from it.</summary>
internal sealed class SiteChoice(int sites, int? units)
{
    private readonly int[] _order = new int[sites];
    private readonly double[] _keys = new double[sites];

    public int[] Units { get; } = new int[sites];

    /// <summary>Value of the unit that would go if another came in; of the unit that would come in if another went.</summary>
    private double LastIn { get; set; }

    private double FirstOut { get; set; }

    /// <summary>Chooses within the range; returns the sum of the values.</summary>
    public double Choose(double[] values, SiteRange range) => units is { } p ? ChooseCount(values, range, p) : ChooseFree(values, range);

    /// <summary>Closes what cannot lead above the cut (reduced-cost fixing).</summary>
    /// <param name="values">The values that the choice was made with.</param>
    /// <param name="range">What is allowed; tightened in place.</param>
    /// <param name="slack">Bound less cut.</param>
    public void Fix(double[] values, SiteRange range, double slack)
    {
        for (var site = 0; site < sites; site++)
        {
            var chosen = Units[site];
            if (chosen < range.Most[site] && LastIn - values[site] > slack)
            {
                range.Most[site] = chosen;
            }

            if (chosen > range.Least[site] && values[site] - FirstOut > slack)
            {
                range.Least[site] = chosen;
            }
        }
    }

    private double ChooseFree(double[] values, SiteRange range)
    {
        var sum = 0.0;
        for (var site = 0; site < sites; site++)
        {
            Units[site] = values[site] > 0 ? range.Most[site] : range.Least[site];
            sum += Units[site] * values[site];
        }

        (LastIn, FirstOut) = (0, 0);
        return sum;
    }

    private double ChooseCount(double[] values, SiteRange range, int p)
    {
        var (free, sum) = (0, 0.0);
        for (var site = 0; site < sites; site++)
        {
            Units[site] = range.Least[site];
            p -= Units[site];
            sum += Units[site] * values[site];
            if (range.Most[site] > range.Least[site])
            {
                _keys[free] = -values[site];
                _order[free++] = site;
            }
        }

        Array.Sort(_keys, _order, 0, free);
        (LastIn, FirstOut) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var rank = 0; rank < free; rank++)
        {
            var site = _order[rank];
            var taken = Math.Min(p, range.Most[site] - range.Least[site]);
            Units[site] += taken;
            p -= taken;
            sum += taken * values[site];
            LastIn = taken > 0 ? values[site] : LastIn;
            if (p == 0 && Units[site] < range.Most[site])
            {
                FirstOut = values[site];
                break;
            }
        }

        return sum;
    }
}
