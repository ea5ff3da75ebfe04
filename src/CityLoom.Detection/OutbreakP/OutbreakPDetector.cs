using CityLoom.Detection.Series;

namespace CityLoom.Detection.OutbreakP;

/// <summary>
/// The semiparametric likelihood ratio of a rising against a constant mean, without any model of season or level: Frisén and
/// Andersson (2009), "Semiparametric surveillance of monotonic changes", Sequential Analysis 28, 434-454. The season is watched
/// from the first point of the series on.
/// </summary>
public sealed class OutbreakPDetector : IDetector
{
    private readonly double _limit;

    /// <summary>A detector that alarms above a limit of the likelihood ratio.</summary>
    public OutbreakPDetector(double limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        _limit = limit;
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => 0;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        var rise = new MonotoneRise(series.Length);
        for (var t = 0; t < first + findings.Length; t++)
        {
            var count = series.Counts[t];
            if (!double.IsNaN(count))
            {
                rise.Add(count);
            }
            if (t >= first)
            {
                var ratio = rise.LogRatio();
                findings[t - first] = new(t, count, rise.Mean, _limit, Math.Exp(ratio), double.NaN, ratio > Math.Log(_limit));
            }
        }
    }

    /// <summary>
    /// The smallest count at each period that would alarm: 0 when it alarms whatever comes, NaN when no count up to the most does.
    /// </summary>
    internal double[] SmallestAlarms(CountSeries series, int first, int length, int most)
    {
        var rise = new MonotoneRise(series.Length);
        var smallest = new double[length];
        for (var t = 0; t < first + length; t++)
        {
            if (t >= first)
            {
                smallest[t - first] = Smallest(rise, most);
            }
            rise.Add(series.Counts[t]);
        }
        return smallest;
    }

    private double Smallest(MonotoneRise rise, int most)
    {
        for (var count = 0; count <= most; count++)
        {
            if (rise.LogRatioWith(count) > Math.Log(_limit))
            {
                return count;
            }
        }
        return double.NaN;
    }
}
