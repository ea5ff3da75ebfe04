using CityLoom.Detection.Series;

namespace CityLoom.Detection.OutbreakP;

/// <summary>
/// The semiparametric likelihood ratio of a rising against a constant mean, without any model of season or level: Frisén and
/// Andersson (2009), "Semiparametric surveillance of monotonic changes", Sequential Analysis 28, 434-454. The season is watched
/// from the first point of the series on.
/// </summary>
public sealed class OutbreakPDetector : IDetector
{
    private const int Most = 100_000;

    private readonly MonotoneRise _rise = new();
    private readonly double _limit;
    private readonly int? _mostCases;

    /// <summary>A detector that alarms above a limit of the likelihood ratio.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="mostCases">Sought up to this number, the smallest count that would alarm is a finding's threshold; null to tell the limit.</param>
    public OutbreakPDetector(double limit, int? mostCases = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        (_limit, _mostCases) = (limit, mostCases);
    }

    /// <summary>How far a count that would alarm is sought when nothing else is said.</summary>
    internal static int UsualMost => Most;

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => 0;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        _rise.Begin(series.Length);
        for (var t = 0; t < first + findings.Length; t++)
        {
            var count = series.Counts[t];
            var threshold = t >= first && _mostCases is { } most ? Smallest(_rise, most) : _limit;
            if (!double.IsNaN(count))
            {
                _rise.Add(count);
            }
            if (t >= first)
            {
                var ratio = _rise.LogRatio();
                findings[t - first] = new(t, count, _rise.Mean, threshold, Math.Exp(ratio), double.NaN, ratio > Math.Log(_limit));
            }
        }
    }

    /// <summary>The smallest count that would alarm: 0 when it alarms whatever comes, NaN when no count up to the most does.</summary>
    private double Smallest(MonotoneRise rise, int most)
    {
        for (var count = 0; count <= most; count++)
        {
            if (rise.LogRatioWith(count) > Math.Log(_limit))
            {
                return count;
            }
        }
        return double.NaN;
    }
}
