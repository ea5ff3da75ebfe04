using CityLoom.Detection.Distributions;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Farrington;

/// <summary>
/// Our own profile: Noufaily's model over as many years as are there, asked also whether this period and the one before were too
/// many together. Counts whose variance is φ times their mean keep that under addition, so the sum is negative binomial again
/// with the summed mean and has a p-value from the same fit. The p-values count half of the point itself (Lancaster 1961), so
/// that small counts are judged as strictly as large ones, and allow for the error of the predicted mean.
/// </summary>
public sealed class CumulativeFarrington : IDetector
{
    private readonly CumulativeOptions _options;
    private readonly FarringtonModel[] _models;

    /// <summary>A detector with its settings.</summary>
    public CumulativeFarrington(CumulativeOptions options)
    {
        options.Model.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostYears, options.Model.Years);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Model.LeftOut, 1, "pastWeeksNotIncluded");
        _options = options;
        _models = [.. Enumerable.Range(options.Model.Years, options.MostYears - options.Model.Years + 1).Reverse()
            .Select(years => new FarringtonModel(options.Model with { Years = years }))];
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => FlexibleFarrington.Earliest(_models[^1], _options.Model, series);

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
        var (count, model) = (series.Counts[t], Longest(series, t));
        if (double.IsNaN(count))
        {
            return new(t, count, double.NaN, double.NaN, double.NaN, double.NaN, false);
        }
        if (!model.Fit(series, t))
        {
            return model.NothingSeen ? Found(t, count, 0, NegativeBinomial.Predictive(0.5, model.Points)) : Found(t, count, double.NaN, default);
        }
        var mean = Math.Exp(model.PredictLog());
        var found = Found(t, count, mean, Distribution(model, mean));
        return found.PValue < _options.StillHigh && t > 0 ? WithBefore(series, model, found) : found;
    }

    private FarringtonModel Longest(CountSeries series, int t)
    {
        foreach (var model in _models)
        {
            if (model.Reaches(series, t))
            {
                return model;
            }
        }
        return _models[^1];
    }

    private Finding Found(int t, double count, double expected, NegativeBinomial distribution)
    {
        if (double.IsNaN(expected))
        {
            return new(t, count, expected, double.NaN, double.NaN, double.NaN, false);
        }
        var p = MiddleP(distribution, count);
        return new(t, count, expected, distribution.UpperQuantile(_options.SingleAlpha), Normal.UpperQuantile(p), p, p < _options.SingleAlpha);
    }

    /// <summary>Takes the sum with the period before where it is the more unusual, its p-value brought to the single period's scale.</summary>
    private Finding WithBefore(CountSeries series, FarringtonModel model, Finding found)
    {
        var before = series.Counts[found.Index - 1];
        var mean = found.Expected + Math.Exp(model.PredictLog(series, found.Index - 1));
        if (double.IsNaN(before) || !double.IsFinite(mean))
        {
            return found;
        }
        var p = MiddleP(Distribution(model, mean), before + found.Observed) * _options.SingleAlpha / _options.SumAlpha;
        return p < found.PValue
            ? found with { PValue = p, Statistic = Normal.UpperQuantile(p), Alarm = p < _options.SingleAlpha }
            : found;
    }

    /// <summary>Negative binomial whose variance also holds that of the predicted mean.</summary>
    private static NegativeBinomial Distribution(FarringtonModel model, double mean)
    {
        var error = model.PredictError();
        return NegativeBinomial.OfDispersion(mean, model.Phi + mean * error * error);
    }

    private static double MiddleP(NegativeBinomial distribution, double count) =>
        Math.Max(0, distribution.AtLeast(count) - distribution.Probability(count) / 2);
}
