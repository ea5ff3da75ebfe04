using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate.Covering;

/// <summary>All ways to spread a number of units over the sites, fractions allowed.</summary>
internal sealed class UnitPolytope(SiteRange range, int units, double[] steps)
{
    private const int Halvings = 60;

    /// <summary>The step of each site; distances are measured in them.</summary>
    public double[] Steps => steps;

    /// <summary>Moves a point to the nearest one of the polytope: all are lowered by a common amount per step, found by halving.</summary>
    public void Project(double[] point)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var site = 0; site < point.Length; site++)
        {
            low = Math.Min(low, (point[site] - range.Most[site]) / steps[site]);
            high = Math.Max(high, (point[site] - range.Least[site]) / steps[site]);
        }

        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = Sum(point, middle) > units ? (middle, high) : (low, middle);
        }

        for (var site = 0; site < point.Length; site++)
        {
            point[site] = Lowered(point, site, high);
        }
    }

    private double Sum(double[] point, double by)
    {
        var sum = 0.0;
        for (var site = 0; site < point.Length; site++)
        {
            sum += Lowered(point, site, by);
        }

        return sum;
    }

    private double Lowered(double[] point, int site, double by) => Math.Clamp(point[site] - by * steps[site], range.Least[site], range.Most[site]);
}
