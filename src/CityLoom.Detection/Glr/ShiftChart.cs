namespace CityLoom.Detection.Glr;

/// <summary>The likelihood ratio CUSUM against one known change of the log mean (Moustakides 1986; Höhle and Paul 2008).</summary>
internal sealed class ShiftChart(double shift, double alpha) : IChart
{
    private double _sum;

    public bool AlarmsAtLimit => false;

    public double Statistic(Stretch stretch)
    {
        var (slope, constant) = Terms(stretch.Means[^1]);
        _sum = Math.Max(0, _sum + slope * stretch.Counts[^1] + constant);
        return _sum;
    }

    public void Restart() => _sum = 0;

    public double Bound(Stretch stretch, double limit, double before)
    {
        var (slope, constant) = Terms(stretch.Means[^1]);
        return (limit - before - constant) / slope;
    }

    /// <summary>The log likelihood ratio of a count is linear in it.</summary>
    private (double Slope, double Constant) Terms(double mean)
    {
        if (alpha == 0)
        {
            return (shift, (1 - Math.Exp(shift)) * mean);
        }
        var ratio = Math.Log((1 + alpha * mean) / (1 + alpha * mean * Math.Exp(shift)));
        return (shift + ratio, ratio / alpha);
    }
}
