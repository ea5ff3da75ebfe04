using CityLoom.Detection.Series;

namespace CityLoom.Detection.Essence;

/// <summary>
/// Takes the regression on days on which it explains the baseline well and the moving averages on the others, as in CDC's Rnssp
/// (<c>alert_switch</c>). Needs dates.
/// </summary>
public sealed class SwitchDetector : IDetector
{
    private readonly EssenceOptions _options;
    private readonly Room<EssenceJudgement> _room = new();
    private readonly EwmaDetector _averages;
    private readonly RegressionDetector _regression;

    /// <summary>A detector with its settings.</summary>
    public SwitchDetector(EssenceOptions options) =>
        (_options, _averages, _regression) = (options, new EwmaDetector(options), new RegressionDetector(options));

    /// <inheritdoc/>
    public int Earliest(CountSeries series) => series.IsDated ? _averages.Earliest(series) : series.Length;

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

    /// <summary>Judgements by the regression carry its adjusted R²; days before <paramref name="from"/> are not judged.</summary>
    internal void Judge(CountSeries series, Span<EssenceJudgement> judged, int from = 0)
    {
        _averages.Judge(series, judged, from);
        for (var t = from; t < judged.Length; t++)
        {
            var regressed = _regression.Judge(series, t);
            if (regressed.AdjustedFit >= _options.GoodFit)
            {
                judged[t] = regressed;
            }
        }
    }
}
