using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;

namespace CityLoom.Detection.Cusum;

/// <summary>
/// CUSUM for Poisson counts whose mean in control changes: Rogerson and Yamada (2004), Statistics in Medicine 23, 2195-2214. Each
/// period's step is scaled so that one limit serves all of them.
/// </summary>
public sealed class RogersonDetector : IDetector
{
    private readonly RogersonOptions _options;
    private readonly List<RogersonDesign> _designs;

    /// <summary>A detector; designing the chart takes a moment.</summary>
    public RogersonDetector(RogersonOptions options)
    {
        _options = options;
        double[] known = options.Grid.Length > 0 ? options.Grid : double.IsNaN(options.Mean.Number) ? [] : [options.Mean.Number];
        _designs = [.. known.Distinct().Select(Design)];
    }

    internal IReadOnlyList<RogersonDesign> Designs => _designs;

    /// <summary>The limit of the run last watched: that for the mean of its means in control.</summary>
    internal double Limit { get; private set; }

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => 0;

    /// <inheritdoc/>
    public void Watch(CountSeries series, int first, Span<Finding> findings)
    {
        Watching.Check(this, series, first, findings.Length);
        Limit = DesignFor(_options.Mean.Mean(series, first, findings.Length)).Limit;
        var sum = _options.FastStart ? Limit / 2 : 0;
        for (var i = 0; i < findings.Length; i++)
        {
            var (count, mean) = (series.Counts[first + i], _options.Mean.At(series, first + i));
            var design = DesignFor(mean);
            var scale = Limit / design.Limit;
            var bound = Math.Max(0, Math.Ceiling((Limit - sum) / scale + design.Reference));
            sum = double.IsNaN(count) ? sum : Math.Max(0, sum + scale * (count - design.Reference));
            var alarm = sum >= Limit;
            findings[i] = new(first + i, count, mean, bound, sum, double.NaN, alarm);
            if (alarm && _options.CutBack is { } share)
            {
                sum = Math.Min(sum, share * Limit);
            }
        }
    }

    private RogersonDesign Design(double mean) => RogersonDesign.For(mean, _options.Shift, _options.RunLength);

    /// <summary>The design whose mean is nearest; without a grid, one made for the mean and kept.</summary>
    /// <exception cref="SettingsException">The mean is none.</exception>
    private RogersonDesign DesignFor(double mean)
    {
        if (!(mean > 0))
        {
            throw new SettingsException($"rogerson: theta0 must be above 0 in every period, not {mean}");
        }
        if (_options.Grid.Length == 0 && double.IsNaN(_options.Mean.Number))
        {
            var rounded = Math.Max(0.1, Math.Round(mean, 1));
            if (_designs.Find(design => design.Mean == rounded) is { } known)
            {
                return known;
            }
            _designs.Add(Design(rounded));
            return _designs[^1];
        }
        var best = _designs[0];
        foreach (var design in _designs)
        {
            best = Math.Abs(design.Mean - mean) < Math.Abs(best.Mean - mean) ? design : best;
        }
        return best;
    }
}
