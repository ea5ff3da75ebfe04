using CityLoom.Detection.Bayes;
using CityLoom.Detection.Cdc;
using CityLoom.Detection.Cusum;
using CityLoom.Detection.Ears;
using CityLoom.Detection.Essence;
using CityLoom.Detection.Farrington;
using CityLoom.Detection.Glr;
using CityLoom.Detection.MovingPercentile;
using CityLoom.Detection.OutbreakP;
using CityLoom.Detection.Rki;
using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;

namespace CityLoom.Detection;

/// <summary>The detectors by name, made from settings in the references' words.</summary>
public static class Detectors
{
    private static readonly Dictionary<string, Func<DetectorSettings, IDetector>> Makers = new(StringComparer.Ordinal)
    {
        ["ears-c1"] = settings => new EarsDetector(SimpleSettings.Ears(settings) with { Rule = EarsRule.C1 }),
        ["ears-c2"] = settings => new EarsDetector(SimpleSettings.Ears(settings) with { Rule = EarsRule.C2 }),
        ["ears-c3"] = settings => new EarsDetector(SimpleSettings.Ears(settings) with { Rule = EarsRule.C3 }),
        ["farrington"] = settings => new Farrington1996(FarringtonSettings.Original(settings)),
        ["farrington-flexible"] = settings => new FlexibleFarrington(FarringtonSettings.Flexible(settings)),
        ["farrington-cumulative"] = settings => new CumulativeFarrington(FarringtonSettings.Cumulative(settings)),
        ["cusum"] = settings => new CusumDetector(ChartSettings.Cusum(settings)),
        ["rogerson"] = settings => new RogersonDetector(ChartSettings.Rogerson(settings)),
        ["glr"] = settings => new GlrDetector(ChartSettings.Glr(settings)),
        ["bayes"] = settings => new BayesDetector(SimpleSettings.Recent(settings, new(2, 4, false)), settings.Rate("alpha", 0.05)),
        ["rki"] = settings => new RkiDetector(SimpleSettings.Recent(settings, new(2, 4, false))),
        ["cdc"] = settings => new CdcDetector(SimpleSettings.Cdc(settings)),
        ["outbreak-p"] = SimpleSettings.OutbreakP,
        ["ewma"] = settings => new EwmaDetector(SimpleSettings.Essence(settings)),
        ["regression"] = settings => new RegressionDetector(SimpleSettings.Essence(settings)),
        ["switch"] = settings => new SwitchDetector(SimpleSettings.Essence(settings)),
        ["moving-percentile"] = settings => new PercentileDetector(SimpleSettings.Percentile(settings)),
    };

    /// <summary>The names, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Makers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A new detector.</summary>
    /// <exception cref="SettingsException">There is no such detector, or a setting does not fit it.</exception>
    public static IDetector Create(string name, DetectorSettings settings)
    {
        if (!Makers.TryGetValue(name, out var make))
        {
            throw new SettingsException($"there is no method {name}; there are {string.Join(", ", Names)}");
        }
        try
        {
            var detector = make(settings);
            settings.Finish();
            return detector;
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            throw new SettingsException($"{name}: {wrong.Message}");
        }
    }
}
