using CityLoom.Detection.Series;

namespace CityLoom.Detection.Cusum;

/// <summary>
/// CUSUM for Poisson counts whose mean in control changes: Rogerson and Yamada (2004), Statistics in Medicine 23, 2195-2214. Each
/// period's step is scaled so that one limit serves all of them.
/// </summary>
public sealed class RogersonDetector : IDetector
{
    private readonly RogersonOptions _options;
    private readonly RogersonDesign[] _designs;
    private readonly double _limit;

    /// <summary>A detector; designing the chart takes a moment.</summary>
    public RogersonDetector(RogersonOptions options)
    {
        _options = options;
        var grid = options.Grid.Length > 0 ? options.Grid : options.Mean;
        _designs = [.. grid.Distinct().Select(mean => RogersonDesign.For(mean, options.Shift, options.RunLength))];
        _limit = Nearest(options.Mean.Average()).Limit;
    }

    internal IReadOnlyList<RogersonDesign> Designs => _designs;

    internal double Limit => _limit;

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => 0;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        var sum = _options.FastStart ? _limit / 2 : 0;
        for (var i = 0; i < findings.Length; i++)
        {
            var (count, mean) = (series.Counts[first + i], MeanAt(first + i));
            var design = Nearest(mean);
            var scale = _limit / design.Limit;
            var bound = Math.Max(0, Math.Ceiling((_limit - sum) / scale + design.Reference));
            sum = double.IsNaN(count) ? sum : Math.Max(0, sum + scale * (count - design.Reference));
            var alarm = sum >= _limit;
            findings[i] = new(first + i, count, mean, bound, sum, double.NaN, alarm);
            if (alarm && _options.CutBack is { } share)
            {
                sum = Math.Min(sum, share * _limit);
            }
        }
    }

    internal double MeanAt(int t) => _options.Mean.Length == 1 ? _options.Mean[0] : _options.Mean[t];

    private RogersonDesign Nearest(double mean) => _designs.MinBy(design => Math.Abs(design.Mean - mean))!;
}
