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

    private readonly Stretch _stretch = new();
    private SeasonalMean? _seasonal;
    private IChart? _chart;
    private double _chartAlpha;

    /// <summary>α of the counts watched last: given, or estimated with the seasonal model.</summary>
    internal double Alpha => _chartAlpha;

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => options.Mean is null ? Math.Max(series.PeriodsPerYear, LeastHistory) : 0;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        Run(series, first, findings);
    }

    /// <summary>Watches whatever history there is.</summary>
    internal void Run(CountSeries series, int first, Span<Finding> findings)
    {
        Learn(series, first, options.Alpha);
        _stretch.Begin(findings.Length);
        var before = 0.0;
        for (var i = 0; i < findings.Length; i++)
        {
            var t = first + i;
            var (count, expected) = (series.Counts[t], MeanAt(series, t));
            if (double.IsNaN(count))
            {
                findings[i] = new(t, count, expected, options.CasesAsThreshold ? double.NaN : options.Limit, before, double.NaN, false);
                continue;
            }
            _stretch.Add(count, expected);
            var threshold = options.CasesAsThreshold ? Math.Max(0, _chart!.Bound(_stretch, options.Limit, before)) : options.Limit;
            var statistic = _chart!.Statistic(_stretch);
            var alarm = _chart.AlarmsAtLimit ? statistic >= options.Limit : statistic > options.Limit;
            findings[i] = new(t, count, expected, double.IsNaN(threshold) ? 0 : threshold, statistic, double.NaN, alarm);
            before = alarm ? 0 : statistic;
            if (alarm)
            {
                Restart(series, t);
            }
        }
    }

    private void Restart(CountSeries series, int t)
    {
        _stretch.Restart();
        if (options.Refit && options.Mean is null)
        {
            Learn(series, t + 1, _chartAlpha);
        }
        _chart!.Restart();
    }

    /// <summary>Fits the mean in control to the counts before a period, where it is not given, and sets up the chart for its α.</summary>
    private void Learn(CountSeries series, int end, double? known)
    {
        var alpha = options.Alpha ?? 0;
        if (options.Mean is null)
        {
            if (_seasonal?.Year != series.PeriodsPerYear)
            {
                _seasonal = new SeasonalMean(options.Harmonics, options.Trend, series.PeriodsPerYear);
            }
            _seasonal.Fit(series.Counts[..end], known);
            alpha = _seasonal.Alpha;
        }
        if (_chart is null || alpha != _chartAlpha)
        {
            (_chart, _chartAlpha) = (Chart(alpha), alpha);
        }
        _chart.Restart();
    }

    private double MeanAt(CountSeries series, int t) => options.Mean is { } given ? given.At(series, t) : _seasonal!.At(t);

    private IChart Chart(double alpha)
    {
        if (options.Shift is { } shift)
        {
            return new ShiftChart(options is { Falling: true, RCompatible: false } ? -Math.Abs(shift) : shift, alpha);
        }
        if (options.Change == GlrChange.Epidemic)
        {
            return new NewtonChart(options, new EpidemicModel(alpha));
        }
        return alpha == 0 ? new PoissonChart(options) : new NewtonChart(options, new FactorModel(alpha, options.Falling));
    }
}
