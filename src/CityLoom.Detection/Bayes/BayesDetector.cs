using CityLoom.Detection.Distributions;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Bayes;

/// <summary>
/// The Bayes rule: the count is compared with the predictive distribution after the reference values, which is negative binomial
/// under Jeffreys' prior (Riebler 2004; Höhle 2007, Computational Statistics 22, 571-582).
/// </summary>
public sealed class BayesDetector : IDetector
{
    private readonly RecentYears _reference;
    private readonly double _alpha;
    private readonly double[] _values;

    /// <summary>A detector with its reference values and its wanted rate of false alarms.</summary>
    public BayesDetector(RecentYears reference, double alpha)
    {
        reference.Check();
        (_reference, _alpha, _values) = (reference, alpha, new double[reference.Size]);
    }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => _reference.Earliest(series);

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
        var n = _reference.Collect(series, t, _values);
        var count = series.Counts[t];
        if (n == 0)
        {
            return new(t, count, double.NaN, double.NaN, double.NaN, double.NaN, false);
        }
        var size = Moment.Mean(_values.AsSpan(0, n)) * n + 0.5;
        var predictive = NegativeBinomial.Predictive(size, n);
        var upper = predictive.UpperQuantile(_alpha);
        var p = predictive.AtLeast(count);
        return new(t, count, size / n, upper, Normal.UpperQuantile(p), p, count > upper);
    }
}
