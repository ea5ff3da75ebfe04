using CityLoom.Detection.Series;

namespace CityLoom.Detection.Rki;

/// <summary>
/// The rule of the Robert Koch Institute: above a mean of 20 two standard deviations, below it the upper 95 % limit of a Poisson
/// mean after Crow and Gardner (1959), Biometrika 46, 441-453.
/// </summary>
public sealed class RkiDetector : IDetector
{
    private const double Large = 20;

    /// <summary>Upper limits of means that are estimated by 0, 1, ... 20.</summary>
    private static readonly double[] Limits =
    [
        3.285, 5.323, 6.686, 8.102, 9.598, 11.177, 12.817, 13.765, 14.921, 16.768, 17.633,
        19.05, 20.335, 21.364, 22.945, 23.762, 25.4, 26.306, 27.735, 28.966, 30.017,
    ];

    private readonly RecentYears _reference;
    private readonly double[] _values;

    /// <summary>A detector with its reference values.</summary>
    public RkiDetector(RecentYears reference)
    {
        reference.Check();
        (_reference, _values) = (reference, new double[reference.Size]);
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => _reference.Earliest(series);

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        for (var i = 0; i < findings.Length; i++)
        {
            var t = first + i;
            var values = _values.AsSpan(0, _reference.Collect(series, t, _values));
            var (mean, deviation) = Moment.MeanAndDeviation(values);
            var upper = mean > Large ? mean + 2 * deviation : Limit(mean);
            var count = series.Counts[t];
            findings[i] = new(t, count, mean, upper, (count - mean) / (upper - mean), double.NaN, count > upper);
        }
    }

    private static double Limit(double mean) => double.IsNaN(mean) ? mean : Limits[(int)mean];
}
