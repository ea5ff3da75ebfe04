using CityLoom.Detection.Distributions;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Cdc;

/// <summary>
/// The historical limits of the CDC for weekly counts: Stroup, Williamson, Herndon and Karon (1989), Statistics in Medicine 8,
/// 323-329, with the prediction interval of Farrington and Andrews (2003). Sums of four weeks are compared.
/// </summary>
public sealed class CdcDetector : IDetector
{
    private const int Weeks = 4;
    private const int Year = 52;

    private readonly CdcOptions _options;
    private readonly double[] _sums;
    private readonly double _factor;

    /// <summary>A detector with its settings.</summary>
    public CdcDetector(CdcOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Years, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Months);
        _options = options;
        _sums = new double[options.Years * (2 * options.Months + 1)];
        _factor = Normal.UpperQuantile(options.Alpha / 2) * Math.Sqrt(1 + 1.0 / _sums.Length);
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) =>
        series.PeriodsPerYear == Year ? Year * _options.Years + Weeks * _options.Months + Weeks - 1 : series.Length;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        for (var i = 0; i < findings.Length; i++)
        {
            var t = first + i;
            var (mean, deviation) = Past(series, t);
            var (upper, sum) = (mean + _factor * deviation, Sum(series, t));
            findings[i] = new(t, series.Counts[t], mean, upper, (sum - mean) / (upper - mean), double.NaN, sum > upper);
        }
    }

    /// <summary>The four weeks that end with t.</summary>
    internal static double Sum(CountSeries series, int t)
    {
        var sum = 0.0;
        foreach (var count in series.Counts.Slice(t - Weeks + 1, Weeks))
        {
            sum += count;
        }
        return sum;
    }

    private (double Mean, double Deviation) Past(CountSeries series, int t)
    {
        var n = 0;
        for (var year = 1; year <= _options.Years; year++)
        {
            for (var month = -_options.Months; month <= _options.Months; month++)
            {
                _sums[n++] = Sum(series, t - Year * year + Weeks * month);
            }
        }
        return Moment.MeanAndDeviation(_sums);
    }
}
