using CityLoom.Detection.Distributions;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Essence;

/// <summary>
/// Exponentially weighted moving averages with two weights, as in the ESSENCE systems and CDC's Rnssp (<c>alert_ewma</c>): Burkom,
/// Murphy and Shmueli (2007), Statistics in Medicine 26, 4202-4218. The series is watched from its first day on.
/// </summary>
public sealed class EwmaDetector : IDetector
{
    private const int FirstBaseline = 7;

    private readonly EssenceOptions _options;
    private readonly Dictionary<int, Limits> _limits = [];

    /// <summary>A detector with its settings.</summary>
    public EwmaDetector(EssenceOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Baseline, FirstBaseline);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Guard);
        _options = options;
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => FirstBaseline + _options.Guard;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        var judged = new EssenceJudgement[first + findings.Length];
        Judge(series, judged, first);
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = EssenceFinding.Of(series, first + i, judged[first + i]);
        }
    }

    /// <summary>Watches from the first day on; the days before <paramref name="from"/> only move the averages and are not judged.</summary>
    internal void Judge(CountSeries series, Span<EssenceJudgement> judged, int from = 0)
    {
        var (scaled, unit) = Scaled(series.Counts[..judged.Length]);
        var slow = new Average(_options.SlowWeight, scaled[0]);
        var quick = new Average(_options.QuickWeight, scaled[0]);
        judged.Fill(EssenceJudgement.None);
        for (var t = 1; t < judged.Length; t++)
        {
            slow.Add(scaled[t]);
            quick.Add(scaled[t]);
            if (t < FirstBaseline + _options.Guard)
            {
                continue;
            }
            var (first, length) = GrowingBaseline.Of(t, _options);
            var (mean, deviation) = Moment.MeanAndDeviation(scaled.AsSpan(first, length));
            var baseline = new Baseline(mean, deviation, length, LimitsOf(length - 1));
            var (slowly, quickly) = (slow.Judge(baseline, _options.Guard), quick.Judge(baseline, _options.Guard));
            if (t >= from)
            {
                judged[t] = Judgement(baseline, slowly, quickly, unit);
            }
        }
    }

    /// <summary>The average with the smaller p-value speaks; the lower of the two counts that would do is the threshold.</summary>
    private static EssenceJudgement Judgement(Baseline baseline, Excess slowly, Excess quickly, double unit)
    {
        var (freedom, larger) = (baseline.Length - 1, Math.Max(slowly.Statistic, quickly.Statistic));
        var p = StudentT.Upper(larger, freedom);
        return new(baseline.Mean, larger, p, EssenceJudgement.LevelOf(p), Threshold: Math.Max(0, Math.Min(slowly.Threshold, quickly.Threshold)) * unit);
    }

    /// <summary>Shares are brought to the size of counts; the unit brings them back.</summary>
    private static (double[] Values, double Unit) Scaled(ReadOnlySpan<double> counts)
    {
        var values = counts.ToArray();
        var known = values.Where(value => value > 0).Order().ToArray();
        if (known.Length == 0 || known[^1] >= 1)
        {
            return (values, 1);
        }
        var median = (known[(known.Length - 1) / 2] + known[known.Length / 2]) / 2;
        return ([.. values.Select(value => value / median)], median);
    }

    private Limits LimitsOf(int freedom)
    {
        if (!_limits.TryGetValue(freedom, out var limits))
        {
            limits = new(
                Math.Round(StudentT.UpperQuantile(0.01, freedom), 5), Math.Round(StudentT.UpperQuantile(0.05, freedom), 5),
                StudentT.UpperQuantile(_options.ThresholdAlpha, freedom));
            _limits[freedom] = limits;
        }
        return limits;
    }

    /// <summary>Quantiles of Student's t; those of the reference rounded as it rounds them.</summary>
    private readonly record struct Limits(double Upper99, double Upper95, double Threshold);

    private readonly record struct Baseline(double Mean, double Deviation, int Length, Limits Limits);

    /// <summary>How far an average is above the baseline, and the count of the day from which on it would be remarkable.</summary>
    private readonly record struct Excess(double Statistic, double Threshold);

    /// <summary>One average and its test. The constants are those that ESSENCE publishes for its least standard error.</summary>
    private sealed class Average(double weight, double first)
    {
        private double _value = first;
        private double _before = first;

        public void Add(double count) => (_before, _value) = (_value, weight * count + (1 - weight) * _value);

        public Excess Judge(Baseline baseline, int guard)
        {
            var sigma = Sigma(baseline, guard);
            var statistic = (_value - baseline.Mean) / sigma;
            var threshold = (baseline.Mean + baseline.Limits.Threshold * sigma - (1 - weight) * _before) / weight;
            if (Math.Abs(statistic) > baseline.Limits.Upper99)
            {
                _value = baseline.Mean + Math.Sign(statistic) * baseline.Limits.Upper99 * sigma;
            }
            return new(statistic, threshold);
        }

        private double Sigma(Baseline baseline, int guard)
        {
            var (rest, n) = (1 - weight, baseline.Length);
            var correction = Math.Sqrt(weight / (2 - weight) + 1.0 / n - 2 * Math.Pow(rest, guard + 1) * (1 - Math.Pow(rest, n)) / n);
            var unit = weight / baseline.Limits.Upper95;
            var least = unit * (0.01 + 0.05 * rest * rest);
            var small = (0.1289 - (0.2414 - 0.1826 * Math.Pow(rest, 4)) * Math.Log(0.5)) * unit;
            return Math.Max(least, baseline.Deviation * correction + small);
        }
    }
}
