using CityLoom.Detection;
using CityLoom.Detection.Fusion;
using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;
using Judged = CityLoom.Detection.Series.Finding;

namespace CityLoom.Verbs;

/// <summary>
/// On which day the fusion would first have called each city: the p-value of its own counts and, half as heavy, those of the other cities
/// of its province, judged against all cities of the day at once by their false discovery rate.
/// </summary>
internal static class FuseCities
{
    private const string Method = "ewma";
    private static readonly FusionOptions Options = new() { WithinDays = 1 };

    /// <summary>Index of the first day raised to yellow or above, by code; a city that never was is left out.</summary>
    public static Dictionary<string, int> FirstCalls(IReadOnlyList<CumulativeCity> cities)
    {
        var neighbours = new Neighbours(cities.GroupBy(c => c.Code[..2]).SelectMany(province => province.SelectMany(one => province.Select(other => (one.Code, other.Code)))));
        var judged = cities.ToDictionary(c => c.Code, c => Judge(c.Series));
        var called = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var t = 0; t < cities[0].Series.Length; t++)
        {
            var day = cities[0].Series.Dates[t];
            var signals = cities.SelectMany(city => Signal(city, judged[city.Code], t, day));
            foreach (var found in FuseSignals.Run(signals, day, neighbours, Options).Where(f => f.Level <= WarningLevel.Yellow))
            {
                called.TryAdd(found.Territory, t);
            }
        }

        return called;
    }

    private static Judged[] Judge(CountSeries series)
    {
        var detector = Detectors.Create(Method, DetectorSettings.None(Method));
        var findings = new Judged[series.Length - detector.Earliest(series)];
        detector.Watch(series, detector.Earliest(series), findings);
        return findings;
    }

    private static IEnumerable<StreamSignal> Signal(CumulativeCity city, Judged[] judged, int t, DateOnly day)
    {
        var at = t - (city.Series.Length - judged.Length);
        if (at >= 0 && !double.IsNaN(judged[at].PValue))
        {
            // A day without a case calls nobody, however quiet the days before.
            var p = judged[at].Observed > 0 ? Math.Clamp(judged[at].PValue, 0, 1) : 1;
            yield return new(Condition, Source, city.Code, day, p) { Observed = judged[at].Observed, Expected = judged[at].Expected, Method = Method };
        }
    }

    private const string Condition = "covid-19";
    private const string Source = "reports";
}
