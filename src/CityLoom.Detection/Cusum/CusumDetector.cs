using CityLoom.Detection.Regression;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Cusum;

/// <summary>
/// The one-sided CUSUM chart for counts: Rossi, Lampugnani and Marchi (1999), Statistics in Medicine 18, 2111-2122; Pierce and
/// Schafer (1986) for the residuals. The chart begins at the first watched period.
/// </summary>
public sealed class CusumDetector(CusumOptions options) : IDetector
{
    private SeasonalMean? _seasonal;
    private double _mean;

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => options.Mean is null ? Math.Min(2, series.Length) : 0;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        Learn(series, first);
        var sum = 0.0;
        for (var i = 0; i < findings.Length; i++)
        {
            var (count, m) = (series.Counts[first + i], MeanAt(series, first + i));
            if (double.IsNaN(count))
            {
                findings[i] = new(first + i, count, m, double.NaN, sum, double.NaN, false);
                continue;
            }
            var next = Math.Max(0, sum + CusumScale.Apply(options, count, m) - options.Reference);
            var alarm = next >= options.Limit;
            findings[i] = new(first + i, count, m, CusumScale.Bound(options, sum, next, m), next, double.NaN, alarm);
            sum = alarm && options.Reset ? 0 : next;
        }
    }

    private double MeanAt(CountSeries series, int t) => options switch
    {
        { Mean: { } given } => given.At(series, t),
        { MeanFrom: InControlMean.Seasonal } => _seasonal!.At(t),
        _ => _mean,
    };

    /// <summary>Takes the mean in control from the counts before the first watched one, where it is not given.</summary>
    private void Learn(CountSeries series, int first)
    {
        if (options is { Mean: null, MeanFrom: InControlMean.Seasonal })
        {
            var shift = series.StartPeriod - 1;
            if (_seasonal?.Year != series.PeriodsPerYear || _seasonal.Shift != shift)
            {
                _seasonal = new SeasonalMean(harmonics: 1, trend: false, series.PeriodsPerYear, shift);
            }
            _seasonal.Fit(series.Counts[..first], alpha: 0);
        }
        else if (options.Mean is null)
        {
            _mean = Moment.MeanOfKnown(series.Counts[..first]);
        }
    }
}
