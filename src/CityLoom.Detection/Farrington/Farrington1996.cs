using CityLoom.Detection.Distributions;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Farrington;

/// <summary>
/// Farrington, Andrews, Beale and Catchpole (1996), "A statistical algorithm for the early detection of outbreaks of infectious
/// disease", J. Royal Statistical Society A 159, 547-563.
/// </summary>
public sealed class Farrington1996 : IDetector
{
    private const double ResidualOfOutbreaks = 1;
    private const double TrendPValue = 0.05;

    private readonly FarringtonOptions _options;
    private readonly SameSeason _season;
    private readonly LogLinearFit _fit = new();
    private readonly double _z;

    /// <summary>A detector with its settings.</summary>
    public Farrington1996(FarringtonOptions options)
    {
        (_options, _season) = (options, new SameSeason(options));
        _z = Normal.UpperQuantile(options.Alpha / 2);
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => series.PeriodsPerYear * _options.Years + _options.HalfWindow;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        for (var i = 0; i < findings.Length; i++)
        {
            var (t, count) = (first + i, series.Counts[first + i]);
            var found = Judge(series, t);
            findings[i] = new(t, count, found.Expected, found.Upper, found.Score, 1 - found.UpTo, found.Alarm);
        }
    }

    internal FarringtonJudgement Judge(CountSeries series, int t)
    {
        var count = series.Counts[t];
        var baseline = _season.Choose(series, t);
        if (double.IsNaN(count) || baseline.Length < 2)
        {
            return new(double.NaN, double.NaN, double.NaN, double.NaN, false, false);
        }
        var trend = _options.Trend && FitWithTrend(baseline);
        if (!trend)
        {
            Fit(baseline, trend: false);
        }
        var phi = Math.Max(1, _fit.Dispersion(_fit.Working));
        var mean = Math.Exp(_fit.PredictLog(0, baseline.TargetTime, 0));
        var error = mean * Math.Sqrt(phi * _fit.PredictVariance(0, baseline.TargetTime));
        var limit = new PowerLimit(_options.Power, mean, phi + error * error / mean);
        var upper = limit.At(_z);
        var upTo = limit.UpTo(count);
        if (Few(series, t))
        {
            return new(0, mean, 0, upTo, trend, false);
        }
        var score = (count - mean) / (upper - mean);
        return new(upper, mean, score, upTo, trend, score > 1);
    }

    private bool FitWithTrend(Baseline baseline) =>
        Fit(baseline, trend: true) && _fit.HasSlope && _options.Years >= 3
        && Math.Exp(_fit.PredictLog(0, baseline.TargetTime, 0)) <= baseline.Largest
        && StudentT.TwoSided(_fit.Slope / Math.Sqrt(_fit.Dispersion(_fit.Working) * _fit.SlopeVariance), _fit.Freedom) < TrendPValue;

    private bool Fit(Baseline baseline, bool trend)
    {
        _fit.Reserve(baseline);
        Array.Fill(_fit.Prior, 1.0, 0, baseline.Length);
        var settled = _fit.Run(baseline, trend);
        if (!settled && trend)
        {
            return false;
        }
        if (_options.Reweight)
        {
            OutbreakWeights.Set(_fit, baseline, Math.Max(1, _fit.Dispersion(_fit.Working)), ResidualOfOutbreaks);
            _fit.Run(baseline, trend);
        }
        return true;
    }

    private bool Few(CountSeries series, int t)
    {
        var sum = 0.0;
        for (var i = Math.Max(0, t - _options.FewPeriods + 1); i <= t; i++)
        {
            sum += double.IsNaN(series.Counts[i]) ? 0 : series.Counts[i];
        }
        return sum < _options.FewCases;
    }
}
