using CityLoom.Detection.Series;

namespace CityLoom.Detection.MovingPercentile;

/// <summary>
/// The moving percentile method of China's automated alert system CIDARS: Yang et al. (2011), BMC Public Health; settings by disease
/// in BMC Public Health 2017, s12889-017-4488-0. Daily counts are judged as sums of seven days, shifted by whole weeks.
/// </summary>
public sealed class PercentileDetector : IDetector
{
    private const int Week = 7;

    private readonly PercentileOptions _options;
    private readonly double[] _values;

    /// <summary>A detector with its settings.</summary>
    public PercentileDetector(PercentileOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Years, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.HalfWindow);
        (_options, _values) = (options, new double[options.Years * (2 * options.HalfWindow + 1)]);
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => series.PeriodsPerYear * _options.Years
        + (IsDaily(series) ? Week * _options.HalfWindow + Week - 1 : _options.HalfWindow);

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        for (var i = 0; i < findings.Length; i++)
        {
            var found = Judge(series, first + i);
            findings[i] = new(first + i, found.Current, found.Median, found.Threshold, found.Current / found.Threshold, double.NaN,
                _options.MustExceed ? found.Exceeds : found.Reaches);
        }
    }

    internal PercentileJudgement Judge(CountSeries series, int t)
    {
        var step = IsDaily(series) ? Week : 1;
        var n = 0;
        for (var year = 1; year <= _options.Years; year++)
        {
            for (var away = -_options.HalfWindow; away <= _options.HalfWindow; away++)
            {
                var value = Value(series, t - series.PeriodsPerYear * year + step * away);
                if (!double.IsNaN(value))
                {
                    _values[n++] = value;
                }
            }
        }
        var known = _values.AsSpan(0, n);
        known.Sort();
        return new(Value(series, t), n, Quantile(known, _options.Percentile), Quantile(known, 0.5));
    }

    private static bool IsDaily(CountSeries series) => series.PeriodsPerYear >= 365;

    private static double Value(CountSeries series, int t) => IsDaily(series) ? Moment.Mean(series.Counts.Slice(t - Week + 1, Week)) * Week : series.Counts[t];

    /// <summary>Linear between order statistics (type 7 of Hyndman and Fan 1996, a spreadsheet's PERCENTILE).</summary>
    private static double Quantile(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }
        var place = (sorted.Length - 1) * p;
        var below = Math.Floor(place + 4 * double.Epsilon);
        var rest = place - below;
        var (low, high) = (sorted[(int)below], sorted[Math.Min((int)below + 1, sorted.Length - 1)]);
        return rest < 1e-12 ? low : low + rest * (high - low);
    }
}
