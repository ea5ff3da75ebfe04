using CityLoom.Detection.Fusion;
using CityLoom.Detection.Space;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;

namespace CityLoom.Health.Sweeps;

/// <summary>
/// A further source where no place alone has enough to be judged: the space-time permutation scan over the last four weeks of a rare condition, which asks whether
/// places near each other had more of it lately than chance puts there. Only for counts that are rare enough to be nearly Poisson, and so to be cheap.
/// </summary>
internal static class ScanRare
{
    /// <summary>Name of the source.</summary>
    public const string Source = "scan";

    private const int Days = 28;
    private const int FewestCases = 5;
    private const int MostCases = 1_000;
    private const int FewestSites = 5;

    private static readonly ScanOptions Options = new() { Model = ScanModel.Permutation, MaxDays = 7, Replicates = 1_999, MaxClusters = 1 };

    /// <summary>A signal for each place of the most unlikely cluster that ends on the last day of the windows; none where the condition is frequent or has too few places with a centre.</summary>
    public static IEnumerable<StreamSignal> Run(HealthStream stream, IReadOnlyList<CountedSeries> window, IReadOnlyDictionary<string, (double X, double Y)> centres)
    {
        var series = window.Where(s => centres.ContainsKey(s.Territory) && s.Counts.Length >= Days).ToList();
        var cells = series.SelectMany((s, site) => s.Counts[^Days..].Select((count, day) => new CaseCount(site, day, Math.Max(0, count)))).ToList();
        if (stream is not { Rhythm: CountRhythm.Day, Persons: true } || series.Count < FewestSites || cells.Sum(c => (long)c.Cases) is < FewestCases or > MostCases)
        {
            return [];
        }

        var sites = series.ConvertAll(s => new Site(s.Territory, centres[s.Territory].X, centres[s.Territory].Y));
        var found = SpaceScan.Run(new NeighbourOrder(sites, Metric.Globe), new CaseTable(sites.Count, Days, cells), Options).Clusters;
        return found is not [{ PValue: { } p } cluster, ..] ? [] : cluster.Members.Select(site => new StreamSignal(
            stream.Condition, Source, site.Id, CountPeriod.Last(series[0].Last, stream.Rhythm), p)
        {
            Observed = cluster.Observed, Expected = Math.Round(cluster.Expected, 4), Method = Source,
        });
    }
}
