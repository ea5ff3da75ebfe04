using CityLoom.Detection.Distributions;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Farrington;

/// <summary>The regression behind the flexible Farrington detector: baseline, trend rule, weights, and what they predict.</summary>
/// <param name="options">Settings.</param>
internal sealed class FarringtonModel(FlexibleOptions options)
{
    private readonly SeasonalBlocks _blocks = new(options);
    private readonly LogLinearFit _fit = new();
    private Baseline _baseline = new();

    /// <summary>Trend of the log mean in a period; NaN when no trend was kept.</summary>
    public double Slope => _fit.Slope;

    /// <summary>True when every past count of the baseline is 0, for which no regression settles.</summary>
    public bool NothingSeen => _baseline.Largest == 0;

    /// <summary>Past counts in the baseline.</summary>
    public int Points => _baseline.Length;

    /// <summary>Dispersion, at least 1.</summary>
    public double Phi => Math.Max(1, _fit.Dispersion(_fit.Working));

    /// <summary>True when the period's references lie in the series.</summary>
    public bool Reaches(CountSeries series, int t) => _blocks.Reaches(series, t);

    /// <summary>Fits the baseline of period t; false when there is too little of it or nothing settles.</summary>
    public bool Fit(CountSeries series, int t)
    {
        _baseline = _blocks.Choose(series, t);
        return _baseline.TargetLevel >= 0 && _baseline.Length >= _baseline.Levels + 2
            && ((options.Trend && FitWithTrend()) || Fit(trend: false));
    }

    /// <summary>log of the expected count of the judged period.</summary>
    public double PredictLog() => _fit.PredictLog(_baseline.TargetLevel, _baseline.TargetTime, _baseline.TargetOffset);

    /// <summary>log of the expected count of an earlier period; NaN when its time of year was never seen.</summary>
    public double PredictLog(CountSeries series, int earlier) => _blocks.LevelOf(earlier) is var level and >= 0
        ? _fit.PredictLog(level, _blocks.TimeOf(series, earlier), _blocks.OffsetOf(series, earlier)) : double.NaN;

    /// <summary>Standard error of the predicted logarithm.</summary>
    public double PredictError() => Math.Sqrt(PredictionDispersion * _fit.PredictVariance(_baseline.TargetLevel, _baseline.TargetTime));

    /// <summary>The reference takes the dispersion from the prior weights after reweighting; the paper has the dispersion itself.</summary>
    private double PredictionDispersion => options switch
    {
        { RCompatible: true, Reweight: true } => _fit.Dispersion(_fit.Prior),
        { RCompatible: true } => _fit.Dispersion(_fit.Working),
        _ => Phi,
    };

    /// <summary>Fits with a trend; false when it does not settle, is not significant or leads beyond every past count.</summary>
    private bool FitWithTrend() => Fit(trend: true) && !double.IsNaN(_fit.Slope)
        && options.Years >= 3 && Math.Exp(PredictLog()) <= _baseline.Largest && TrendSignificant();

    private bool TrendSignificant() => options.TrendPValue >= 1
        ? _fit.Slope != 0
        : _fit.HasSlope && StudentT.TwoSided(_fit.Slope / Math.Sqrt(PredictionDispersion * _fit.SlopeVariance), _fit.Freedom) < options.TrendPValue;

    private bool Fit(bool trend)
    {
        _fit.Reserve(_baseline);
        Array.Fill(_fit.Prior, 1.0, 0, _baseline.Length);
        if (!_fit.Run(_baseline, trend))
        {
            return false;
        }
        if (!options.Reweight)
        {
            return true;
        }
        OutbreakWeights.Set(_fit, _baseline, Phi, options.WeightsThreshold);
        return _fit.Run(_baseline, trend);
    }
}
