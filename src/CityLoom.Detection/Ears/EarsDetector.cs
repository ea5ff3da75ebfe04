using CityLoom.Detection.Distributions;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Ears;

/// <summary>
/// The Early Aberration Reporting System's rules for short histories: Hutwagner et al. (2003), J. Urban Health 80, i89-i96; C3 as
/// written out by Fricker, Hegler and Dunfee (2008), Statistics in Medicine 27, 3407-3429.
/// </summary>
public sealed class EarsDetector : IDetector
{
    private const int Gap = 2;

    private readonly EarsOptions _options;
    private readonly double _z;

    /// <summary>A detector with its settings.</summary>
    public EarsDetector(EarsOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Baseline, 3);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MinSigma);
        (_options, _z) = (options, Normal.UpperQuantile(options.Tail));
    }

    internal double Z => _z;

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => _options.Rule switch
    {
        EarsRule.C1 => _options.Baseline,
        EarsRule.C2 => _options.Baseline + Gap,
        _ => _options.Baseline + 2 * Gap,
    };

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = (_options.Rule, _options.RCompatible) switch
            {
                (EarsRule.C3, true) => CompatibleC3(series, first + i),
                (EarsRule.C3, false) => C3(series, first + i),
                _ => Single(series, first + i),
            };
        }
    }

    private Finding Single(CountSeries series, int t)
    {
        var (mean, sigma) = Moments(series, t, _options.Rule == EarsRule.C1 ? 0 : Gap);
        var count = series.Counts[t];
        var upper = mean + _z * sigma;
        var statistic = Excess(count, mean, sigma);
        return new(t, count, mean, upper, statistic, Normal.Upper(statistic), count > upper);
    }

    /// <summary>Alarm when the excesses of today and the two days before reach the limit; so today's count decides.</summary>
    private Finding C3(CountSeries series, int t)
    {
        var (mean, sigma) = Moments(series, t, Gap);
        var before = Step(series, t - 1) + Step(series, t - 2);
        var statistic = Step(series, t) + before;
        var upper = before >= _z ? 0 : mean + sigma * (1 + _z - before);
        return new(t, series.Counts[t], mean, upper, statistic, double.NaN, statistic >= _z);
    }

    /// <summary>The reference's C3, which is decided by the two days before alone.</summary>
    private Finding CompatibleC3(CountSeries series, int t)
    {
        var (mean, sigma) = Moments(series, t, Gap);
        var count = series.Counts[t];
        var before = RawStep(series, t - 1) + RawStep(series, t - 2);
        var upper = Math.Max(0, count + sigma * (_z - before));
        return new(t, count, mean, upper, before, double.NaN, count > upper);
    }

    private double Step(CountSeries series, int t) => Math.Max(0, C2(series, t) - 1);

    internal double RawStep(CountSeries series, int t) => Math.Max(0, RawC2(series, t) - 1);

    private double C2(CountSeries series, int t)
    {
        var (mean, sigma) = Moments(series, t, Gap);
        return Excess(series.Counts[t], mean, sigma);
    }

    /// <summary>C2 as the reference divides it: not a number where a count equals a baseline without spread.</summary>
    internal double RawC2(CountSeries series, int t)
    {
        var (mean, sigma) = Moments(series, t, Gap);
        return (series.Counts[t] - mean) / sigma;
    }

    /// <summary>Standard deviations above the mean; a count equal to a baseline without spread is no excess.</summary>
    private static double Excess(double count, double mean, double sigma) => count == mean ? 0 : (count - mean) / sigma;

    private (double Mean, double Sigma) Moments(CountSeries series, int t, int gap)
    {
        var baseline = series.Counts.Slice(t - gap - _options.Baseline, _options.Baseline);
        var (mean, sigma) = Moment.MeanAndDeviation(baseline);
        return (mean, Math.Max(sigma, _options.MinSigma));
    }
}
