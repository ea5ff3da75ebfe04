using CityLoom.Detection.Distributions;
using CityLoom.Detection.Regression;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Essence;

/// <summary>
/// Adaptive regression on a trend and the day of the week, holidays counted in where they are given, over a sliding baseline, as in CDC's Rnssp (<c>alert_regression</c>):
/// Burkom, Murphy and Shmueli (2007), Statistics in Medicine 26, 4202-4218. Needs dates.
/// </summary>
public sealed class RegressionDetector : IDetector
{
    private const int FirstBaseline = 11;
    private const int Columns = 8;
    private const int Week = 7;

    private readonly EssenceOptions _options;
    private readonly LeastSquares _squares = new(Columns);
    private readonly double[] _design;
    private readonly Dictionary<int, double> _limits = [];
    private readonly Dictionary<int, double> _thresholds = [];

    /// <summary>A detector with its settings.</summary>
    public RegressionDetector(EssenceOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Baseline, 2 * Week);
        ArgumentOutOfRangeException.ThrowIfNotEqual(options.Baseline % Week, 0);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Guard);
        (_options, _design) = (options, new double[options.Baseline * Columns]);
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => series.IsDated ? FirstBaseline + _options.Guard : series.Length;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = EssenceFinding.Of(series, first + i, Judge(series, first + i));
        }
    }

    internal EssenceJudgement Judge(CountSeries series, int t)
    {
        if (t < FirstBaseline + _options.Guard || t >= series.Length)
        {
            return EssenceJudgement.None;
        }
        var (from, n) = GrowingBaseline.Of(t, _options);
        if (!Knows(series.Dates.Slice(from, n), series.Dates[t]))
        {
            return EssenceJudgement.None;
        }
        var baseline = series.Counts.Slice(from, n);
        for (var i = 0; i < n; i++)
        {
            Row(series.Dates[from + i], i + 1, _design.AsSpan(i * Columns, Columns));
        }
        var errors = _squares.Solve(_design.AsSpan(0, n * Columns), baseline, default);
        var freedom = n - Columns;
        var expected = Math.Max(0, Forecast(series.Dates[t], n + _options.Guard + 1));
        var spread = Math.Sqrt(errors / freedom) * Math.Sqrt((n + 7.0) * (n - 4) / (n * (n - 7.0)));
        var sigma = Math.Max(spread, 0.01 / Limit(freedom));
        var statistic = (series.Counts[t] - expected) / sigma;
        var p = StudentT.Upper(statistic, freedom);
        return new(expected, statistic, p, Level(series, t, p), sigma, AdjustedFit(baseline, errors), expected + Threshold(freedom) * sigma);
    }

    /// <summary>The reference colours days before the first test too, when they lie below the week's mean.</summary>
    internal EssenceJudgement JudgeOrEarly(CountSeries series, int t)
    {
        var judged = Judge(series, t);
        var early = judged.Level == EssenceLevel.Grey && t >= Week && !_options.Days.IsWeekend(series.Dates[t]);
        return early && series.Counts[t] < Moment.Mean(series.Counts.Slice(t - Week + 1, Week))
            ? judged with { Level = EssenceLevel.Blue } : judged;
    }

    /// <summary>Whether the baseline holds a day like this one; after long holidays it may not, and the regression knows nothing of it.</summary>
    private bool Knows(ReadOnlySpan<DateOnly> baseline, DateOnly day)
    {
        var like = _options.Days.Of(day);
        foreach (var known in baseline)
        {
            if (_options.Days.Of(known) == like)
            {
                return true;
            }
        }
        return false;
    }

    private static double AdjustedFit(ReadOnlySpan<double> baseline, double errors)
    {
        var (_, deviation) = Moment.MeanAndDeviation(baseline);
        return 1 - errors / (baseline.Length - Columns) / (deviation * deviation);
    }

    private double Forecast(DateOnly day, int index)
    {
        Span<double> row = stackalloc double[Columns];
        Row(day, index, row);
        var sum = 0.0;
        for (var j = 0; j < Columns; j++)
        {
            sum += row[j] * _squares.Coefficients[j];
        }
        return sum;
    }

    private void Row(DateOnly day, int index, Span<double> row)
    {
        row.Clear();
        (row[0], row[1]) = (1, index);
        if (_options.Days.Of(day) is var like && like != DayOfWeek.Sunday)
        {
            row[1 + (int)like] = 1;
        }
    }

    /// <summary>An excess below the mean of the last week is none; at a weekend it must also be below that of the same weekdays.</summary>
    private EssenceLevel Level(CountSeries series, int t, double p)
    {
        var level = EssenceJudgement.LevelOf(p);
        var count = series.Counts[t];
        if (level < EssenceLevel.Yellow || count >= Moment.Mean(series.Counts.Slice(t - Week + 1, Week)))
        {
            return level;
        }
        return _options.Days.IsWeekend(series.Dates[t]) && count >= SameWeekdays(series, t) ? level : EssenceLevel.Blue;
    }

    private static double SameWeekdays(CountSeries series, int t)
    {
        var (sum, n) = (0.0, 0);
        for (var at = t; at >= 0 && n < Week; at -= Week)
        {
            sum += series.Counts[at];
            n++;
        }
        return sum / n;
    }

    private double Threshold(int freedom) => _options.ThresholdAlpha == 0.05 ? Limit(freedom)
        : _thresholds.TryGetValue(freedom, out var known) ? known
        : _thresholds[freedom] = StudentT.UpperQuantile(_options.ThresholdAlpha, freedom);

    private double Limit(int freedom)
    {
        if (!_limits.TryGetValue(freedom, out var limit))
        {
            limit = StudentT.UpperQuantile(0.05, freedom);
            _limits[freedom] = limit;
        }
        return limit;
    }
}
