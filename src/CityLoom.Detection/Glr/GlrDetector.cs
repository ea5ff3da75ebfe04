using CityLoom.Detection.Regression;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Glr;

/// <summary>
/// Likelihood ratio charts for Poisson and negative binomial counts with a seasonal mean: Höhle and Paul (2008), Computational
/// Statistics and Data Analysis 52, 4357-4368. The chart begins at the first watched period and anew after each alarm.
/// </summary>
public sealed class GlrDetector(GlrOptions options) : IDetector
{
    private const int LeastHistory = 10;

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => options.Mean is null ? Math.Max(series.PeriodsPerYear, LeastHistory) : 0;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        Run(series, first, findings, default);
    }

    /// <summary>Runs the chart; when there is room for them, also gives the counts that would have alarmed. Returns α.</summary>
    internal double Run(CountSeries series, int first, Span<Finding> findings, Span<double> bounds)
    {
        var (mean, alpha) = Model(series, first);
        var chart = Chart(alpha);
        var stretch = new Stretch(findings.Length);
        var before = 0.0;
        for (var i = 0; i < findings.Length; i++)
        {
            var (count, expected) = (series.Counts[first + i], mean(first + i));
            if (double.IsNaN(count))
            {
                findings[i] = new(first + i, count, expected, options.Limit, before, double.NaN, false);
                continue;
            }
            stretch.Add(count, expected);
            if (!bounds.IsEmpty)
            {
                bounds[i] = chart.Bound(stretch, options.Limit, before) is var bound and > 0 ? bound : 0;
            }
            var statistic = chart.Statistic(stretch);
            var alarm = chart.AlarmsAtLimit ? statistic >= options.Limit : statistic > options.Limit;
            findings[i] = new(first + i, count, expected, options.Limit, statistic, double.NaN, alarm);
            before = alarm ? 0 : statistic;
            if (alarm)
            {
                stretch.Restart();
                chart.Restart();
            }
        }
        return alpha;
    }

    private IChart Chart(double alpha)
    {
        if (options.Shift is { } shift)
        {
            return new ShiftChart(options.Falling ? -Math.Abs(shift) : shift, alpha);
        }
        if (options.Change == GlrChange.Epidemic)
        {
            return new NewtonChart(options, new EpidemicModel(alpha));
        }
        return alpha == 0 ? new PoissonChart(options) : new NewtonChart(options, new FactorModel(alpha, options.Falling));
    }

    private (Func<int, double> Mean, double Alpha) Model(CountSeries series, int first)
    {
        if (options.Mean is { } given)
        {
            return (t => given[t], options.Alpha ?? 0);
        }
        var seasonal = new SeasonalMean(options.Harmonics, options.Trend, series.PeriodsPerYear);
        seasonal.Fit(series.Counts[..first], options.Alpha);
        return (seasonal.At, seasonal.Alpha);
    }
}
