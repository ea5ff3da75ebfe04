namespace CityLoom.Detection.Glr;

/// <summary>The generalized likelihood ratio of a change of a Poisson mean: Höhle and Paul (2008), Computational Statistics and Data
/// Analysis 52, 4357-4368. The likeliest change of a window has a closed form, and windows grow one period at a time.</summary>
internal sealed class PoissonChart(GlrOptions options) : IChart
{
    public bool AlarmsAtLimit => true;

    public double Statistic(Stretch stretch)
    {
        var (n, shortest) = (stretch.Length, options.Shortest);
        var first = options.Window is { } window ? Math.Max(1, n - window) : 1;
        var last = options.Window is null ? n : n - shortest;
        if (n < shortest || last < first)
        {
            return 0;
        }
        var (best, counts, means) = (0.0, 0.0, 0.0);
        for (var k = n; k >= first; k--)
        {
            counts += stretch.Counts[k - 1];
            means += stretch.Means[k - 1];
            if (k <= last)
            {
                best = Math.Max(best, Ratio(counts, means));
            }
        }
        return best;
    }

    public void Restart()
    {
    }

    public double Bound(Stretch stretch, double limit, double before) => CountingUp.Bound(this, stretch, limit);

    private double Ratio(double counts, double means)
    {
        if (counts == 0)
        {
            return options is { Falling: true, RCompatible: false } ? means : 0;
        }
        var rises = counts > means;
        return rises == options.Falling ? 0 : counts * Math.Log(counts / means) + means - counts;
    }
}
