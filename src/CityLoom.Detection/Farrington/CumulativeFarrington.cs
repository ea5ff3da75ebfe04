using CityLoom.Detection.Distributions;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Farrington;

/// <summary>
/// Our own profile: Noufaily's model, asked also whether the last two, three ... periods together were too many. Counts whose
/// variance is φ times their mean keep that under addition, so a sum of periods is negative binomial again with the summed mean
/// and has an exact p-value from the same fit. The p-values count half of the point itself (Lancaster 1961), so that small
/// counts are judged as strictly as large ones.
/// </summary>
public sealed class CumulativeFarrington : IDetector
{
    private readonly CumulativeOptions _options;
    private readonly FarringtonModel _model;

    /// <summary>A detector with its settings.</summary>
    public CumulativeFarrington(CumulativeOptions options)
    {
        options.Model.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Longest, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Longest, options.Model.LeftOut + 1);
        (_options, _model) = (options, new FarringtonModel(options.Model));
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => FlexibleFarrington.Earliest(_model, _options.Model, series);

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = Judge(series, first + i);
        }
    }

    private Finding Judge(CountSeries series, int t)
    {
        var count = series.Counts[t];
        var (expected, threshold, p, alarm) = (double.NaN, double.NaN, double.NaN, false);
        if (!double.IsNaN(count) && _model.Fit(series, t))
        {
            expected = Math.Exp(_model.PredictLog());
            (p, alarm) = Combined(series, t);
            threshold = NegativeBinomial.OfDispersion(expected, _model.Phi).UpperQuantile(_options.SingleAlpha);
        }
        return new(t, count, expected, threshold, Normal.UpperQuantile(p), p, alarm);
    }

    /// <summary>The smallest p-value, each brought to the scale of the single period, and whether it is an alarm.</summary>
    private (double P, bool Alarm) Combined(CountSeries series, int t)
    {
        var (phi, smallest, counts, means) = (_model.Phi, 1.0, 0.0, 0.0);
        for (var span = 1; span <= _options.Longest && t - span + 1 >= 0; span++)
        {
            var at = t - span + 1;
            var mean = Math.Exp(_model.PredictLog(series, at));
            if (double.IsNaN(series.Counts[at]) || !double.IsFinite(mean))
            {
                break;
            }
            (counts, means) = (counts + series.Counts[at], means + mean);
            var scale = span == 1 ? 1 : _options.SingleAlpha / _options.SumAlpha;
            smallest = Math.Min(smallest, scale * MiddleP(counts, means, phi));
            if (series.Counts[t] <= mean && span == 1)
            {
                break;
            }
        }
        return (Math.Min(1, smallest), smallest < _options.SingleAlpha);
    }

    private static double MiddleP(double counts, double mean, double phi)
    {
        var distribution = NegativeBinomial.OfDispersion(mean, phi);
        return distribution.AtLeast(counts) - distribution.Probability(counts) / 2;
    }
}
