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
    private readonly FarringtonModel _model;
    private readonly double _z;

    /// <summary>A detector with its settings; settings that cannot be are refused.</summary>
    public FlexibleFarrington(FlexibleOptions options)
    {
        options.Check();
        (_options, _model) = (options, new FarringtonModel(options));
        _z = Normal.UpperQuantile(options.Alpha);
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => Earliest(_model, _options, series);

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

    internal static int Earliest(FarringtonModel model, FlexibleOptions options, CountSeries series)
    {
        var t = Math.Max(0, (series.PeriodsPerYear - 2) * options.Years);
        while (t < series.Length && !model.Reaches(series, t))
        {
            t++;
        }
        return t;
    }

    internal FlexibleJudgement Judge(CountSeries series, int t)
    {
        var count = series.Counts[t];
        if (double.IsNaN(count))
        {
            return FlexibleJudgement.Unknown;
        }
        if (!_model.Fit(series, t))
        {
            return !_options.RCompatible && _model.NothingSeen ? NeverSeen(count) : FlexibleJudgement.Unknown;
        }
        var judged = _options.Threshold == ThresholdMethod.Delta ? Delta(count) : Discrete(count);
        return FewCases(series, t) ? judged with { Upper = double.NaN, Expected = double.NaN, Alarm = false } : judged;
    }

    private FlexibleJudgement Delta(double count)
    {
        var phi = _model.Phi;
        var mean = Math.Exp(_model.PredictLog());
        var error = mean * _model.PredictError();
        var limit = new PowerLimit(_options.Power, mean, phi + error * error / mean);
        var upper = limit.At(_z);
        var score = (count - mean) / (upper - mean);
        return new(upper, mean, score, limit.Above(count), mean, phi, _model.Slope, score > 1 && count > 0);
    }

    private FlexibleJudgement Discrete(double count)
    {
        var phi = _model.Phi;
        var log = _model.PredictLog();
        var expected = Math.Exp(log);
        var mean = _options.Threshold == ThresholdMethod.NegativeBinomial ? expected : Math.Exp(log + _z * _model.PredictError());
        if (!double.IsFinite(mean))
        {
            return FlexibleJudgement.Unknown with { Mean = mean, Phi = phi, Slope = _model.Slope };
        }
        var distribution = NegativeBinomial.OfDispersion(mean, phi);
        var upper = distribution.UpperQuantile(_options.Alpha);
        var centre = _options.RCompatible ? log : expected;
        var score = (count - centre) / (upper - centre);
        var alarm = _options.RCompatible ? score > 1 && count > 0 : count > upper;
        return new(upper, expected, score, distribution.AtLeast(count), mean, phi, _model.Slope, alarm);
    }

    /// <summary>A baseline of zeros alone has no regression; its predictive distribution is that of the Bayes rule.</summary>
    private FlexibleJudgement NeverSeen(double count)
    {
        var predictive = NegativeBinomial.Predictive(0.5, _model.Points);
        var upper = predictive.UpperQuantile(_options.Alpha);
        return new(upper, 0, count / Math.Max(1, upper), predictive.AtLeast(count), 0, 1, double.NaN, count > upper);
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
