using CityLoom.Detection.Regression;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Cusum;

/// <summary>
/// The one-sided CUSUM chart for counts: Rossi, Lampugnani and Marchi (1999), Statistics in Medicine 18, 2111-2122; Pierce and
/// Schafer (1986) for the residuals. The chart begins at the first watched period.
/// </summary>
public sealed class CusumDetector(CusumOptions options) : IDetector
{
    /// <inheritdoc/>
    public int Earliest(CountSeries series) => options.Mean is null ? Math.Min(2, series.Length) : 0;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        var mean = MeanBefore(series, first);
        var sum = 0.0;
        for (var i = 0; i < findings.Length; i++)
        {
            var (count, m) = (series.Counts[first + i], mean(first + i));
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

    private Func<int, double> MeanBefore(CountSeries series, int first)
    {
        if (options.Mean is { } given)
        {
            return _ => given;
        }
        var history = series.Counts[..first];
        if (options.MeanFrom == InControlMean.Seasonal)
        {
            var seasonal = new SeasonalMean(harmonics: 1, trend: false, series.PeriodsPerYear, series.StartPeriod - 1);
            seasonal.Fit(history, alpha: 0);
            return seasonal.At;
        }
        double[] known = [.. history.ToArray().Where(count => !double.IsNaN(count))];
        var mean = Moment.Mean(known);
        return _ => mean;
    }
}
