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
    private readonly Room<EssenceJudgement> _room = new();
    private readonly Room<double> _scaled = new();
    private readonly Room<double> _positive = new();
    private readonly Average _slow;
    private readonly Average _quick;

    /// <summary>A detector with its settings.</summary>
    public EwmaDetector(EssenceOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Baseline, FirstBaseline);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Guard);
        (_options, _slow, _quick) = (options, new(options.SlowWeight, options.Guard), new(options.QuickWeight, options.Guard));
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => FirstBaseline + _options.Guard;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        var judged = _room.Of(first + findings.Length);
        Judge(series, judged, first);
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = EssenceFinding.Of(series, first + i, judged[first + i]);
        }
    }

    /// <summary>Watches from the first day on; the days before <paramref name="from"/> only move the averages and are not judged.</summary>
    internal void Judge(CountSeries series, Span<EssenceJudgement> judged, int from = 0)
    {
        var scaled = _scaled.Of(judged.Length);
        var unit = Scale(series.Counts[..judged.Length], scaled);
        _slow.Begin(scaled[0]);
        _quick.Begin(scaled[0]);
        judged.Fill(EssenceJudgement.None);
        for (var t = 1; t < judged.Length; t++)
        {
            _slow.Add(scaled[t]);
            _quick.Add(scaled[t]);
            if (t < FirstBaseline + _options.Guard)
            {
                continue;
            }
            var (first, length) = GrowingBaseline.Of(t, _options);
            var (mean, deviation) = Moment.MeanAndDeviation(scaled.Slice(first, length));
            var baseline = new Baseline(mean, deviation, length, LimitsOf(length - 1));
            var (slowly, quickly) = (_slow.Judge(baseline), _quick.Judge(baseline));
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

    /// <summary>Shares are brought to the size of counts by their median; returns the unit that brings them back.</summary>
    private double Scale(ReadOnlySpan<double> counts, Span<double> scaled)
    {
        counts.CopyTo(scaled);
        var positive = _positive.Of(counts.Length);
        var known = 0;
        foreach (var count in counts)
        {
            if (count >= 1)
            {
                return 1;
            }
            if (count > 0)
            {
                positive[known++] = count;
            }
        }
        if (known == 0)
        {
            return 1;
        }
        positive = positive[..known];
        positive.Sort();
        var median = (positive[(known - 1) / 2] + positive[known / 2]) / 2;
        foreach (ref var value in scaled)
        {
            value /= median;
        }
        return median;
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
    private sealed class Average(double weight, int guard)
    {
        private double _value;
        private double _before;

        public void Begin(double first) => (_before, _value) = (first, first);

        public void Add(double count) => (_before, _value) = (_value, weight * count + (1 - weight) * _value);

        public Excess Judge(Baseline baseline)
        {
            var sigma = Sigma(baseline);
            var statistic = (_value - baseline.Mean) / sigma;
            var threshold = (baseline.Mean + baseline.Limits.Threshold * sigma - (1 - weight) * _before) / weight;
            if (Math.Abs(statistic) > baseline.Limits.Upper99)
            {
                _value = baseline.Mean + Math.Sign(statistic) * baseline.Limits.Upper99 * sigma;
            }
            return new(statistic, threshold);
        }

        private double Sigma(Baseline baseline)
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
