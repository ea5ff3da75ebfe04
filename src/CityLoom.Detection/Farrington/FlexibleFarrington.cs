using CityLoom.Detection.Distributions;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Farrington;

/// <summary>
/// The flexible Farrington detector: Noufaily et al. (2013), "An improved algorithm for outbreak detection in multiple
/// surveillance systems", Statistics in Medicine 32, 1206-1222; with the options of Salmon et al. (2016), J. Stat. Software 70(10).
/// </summary>
public sealed class FlexibleFarrington : IDetector
{
    private readonly FlexibleOptions _options;
    private readonly SeasonalBlocks _blocks;
    private readonly LogLinearFit _fit = new();
    private readonly double _z;

    /// <summary>A detector with its settings; settings that cannot be are refused.</summary>
    public FlexibleFarrington(FlexibleOptions options)
    {
        options.Check();
        _options = options;
        _blocks = new SeasonalBlocks(options);
        _z = Normal.UpperQuantile(options.Alpha);
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series)
    {
        var t = Math.Max(0, series.PeriodsPerYear * _options.Years - _options.Years * 2);
        while (t < series.Length && !_blocks.Reaches(series, t))
        {
            t++;
        }
        return t;
    }

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        for (var i = 0; i < findings.Length; i++)
        {
            var t = first + i;
            var found = Judge(series, t);
            findings[i] = new(t, series.Counts[t], found.Expected, found.Upper, found.Score, found.PValue, found.Alarm);
        }
    }

    internal FlexibleJudgement Judge(CountSeries series, int t)
    {
        var count = series.Counts[t];
        if (double.IsNaN(count))
        {
            return FlexibleJudgement.Unknown;
        }
        var baseline = _blocks.Choose(series, t);
        if (baseline.TargetLevel < 0 || baseline.Length < baseline.Levels + 2)
        {
            return FlexibleJudgement.Unknown;
        }
        if (!(_options.Trend && FitWithTrend(baseline)) && !Fit(baseline, trend: false))
        {
            return FlexibleJudgement.Unknown;
        }
        var judged = _options.Threshold == ThresholdMethod.Delta ? Delta(count) : Discrete(count);
        return FewCases(series, t) ? judged with { Upper = double.NaN, Expected = double.NaN, Alarm = false } : judged;
    }

    /// <summary>Fits with a trend; false when it does not settle, is not significant or leads beyond every past count.</summary>
    private bool FitWithTrend(Baseline baseline) => Fit(baseline, trend: true) && !double.IsNaN(_fit.Slope)
        && _options.Years >= 3 && Math.Exp(_fit.PredictLog()) <= baseline.Largest && TrendSignificant();

    private bool TrendSignificant()
    {
        var error = Math.Sqrt(PredictionDispersion * _fit.SlopeVariance);
        return _options.TrendPValue >= 1
            ? _fit.Slope != 0
            : StudentT.TwoSided(_fit.Slope / error, _fit.Freedom) < _options.TrendPValue;
    }

    private bool Fit(Baseline baseline, bool trend)
    {
        _fit.Reserve(baseline);
        Array.Fill(_fit.Prior, 1.0, 0, baseline.Length);
        if (!_fit.Run(baseline, trend))
        {
            return false;
        }
        if (!_options.Reweight)
        {
            return true;
        }
        OutbreakWeights.Set(_fit, baseline, Phi, _options.WeightsThreshold);
        return _fit.Run(baseline, trend);
    }

    private double Phi => Math.Max(1, _fit.Dispersion(_fit.Working));

    /// <summary>The reference takes it from the prior weights after reweighting; the paper has the dispersion itself.</summary>
    private double PredictionDispersion => _options is { RCompatible: true, Reweight: true } ? _fit.Dispersion(_fit.Prior) : RawOrFloored;

    private double RawOrFloored => _options.RCompatible ? _fit.Dispersion(_fit.Working) : Phi;

    private FlexibleJudgement Delta(double count)
    {
        var phi = Phi;
        var mean = Math.Exp(_fit.PredictLog());
        var error = mean * Math.Sqrt(PredictionDispersion * _fit.PredictVariance());
        var limit = new PowerLimit(_options.Power, mean, phi + error * error / mean);
        var upper = limit.At(_z);
        var score = (count - mean) / (upper - mean);
        return new(upper, mean, score, limit.Above(count), mean, phi, _fit.Slope, score > 1 && count > 0);
    }

    private FlexibleJudgement Discrete(double count)
    {
        var phi = Phi;
        var log = _fit.PredictLog();
        var expected = Math.Exp(log);
        var mean = _options.Threshold == ThresholdMethod.NegativeBinomial
            ? expected
            : Math.Exp(log + _z * Math.Sqrt(PredictionDispersion * _fit.PredictVariance()));
        if (!double.IsFinite(mean))
        {
            return FlexibleJudgement.Unknown;
        }
        var distribution = NegativeBinomial.OfDispersion(mean, phi);
        var upper = distribution.UpperQuantile(_options.Alpha);
        var centre = _options.RCompatible ? log : expected;
        var score = (count - centre) / (upper - centre);
        var alarm = _options.RCompatible ? score > 1 && count > 0 : count > upper;
        return new(upper, expected, score, distribution.AtLeast(count), mean, phi, _fit.Slope, alarm);
    }

    private bool FewCases(CountSeries series, int t)
    {
        var sum = 0.0;
        for (var i = Math.Max(0, t - _options.FewPeriods + 1); i <= t; i++)
        {
            sum += double.IsNaN(series.Counts[i]) ? 0 : series.Counts[i];
        }
        return sum < _options.FewCases;
    }
}
