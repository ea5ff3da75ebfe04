using CityLoom.City;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Warnings;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;

namespace CityLoom.Web.Pages.Health;

/// <summary>What the list of warnings shows, read in a handful of queries however many warnings there are.</summary>
/// <param name="Open">Those that wait for somebody, the gravest first.</param>
/// <param name="Total">How many of them there are.</param>
/// <param name="Past">Those that ended last.</param>
/// <param name="Streams">All streams.</param>
/// <param name="Sparks">For each warning the series that moved it most.</param>
/// <param name="Times">7-1-7 of the open and the past ones.</param>
/// <param name="Swept">The last sweep; null before the first.</param>
internal sealed record HealthFindings(
    IReadOnlyList<HealthWarning> Open, int Total, IReadOnlyList<HealthWarning> Past, IReadOnlyList<HealthStream> Streams,
    IReadOnlyDictionary<long, SeriesChart> Sparks, IReadOnlyDictionary<long, Timeliness> Times, SweepRecord? Swept)
{
    /// <summary>Days that a spark line shows.</summary>
    public const int SparkDays = 42;

    public static HealthFindings Find(Session session, CityContext city, int skip, int take)
    {
        var (open, total) = WarningBook.List(session, new WarningFilter(Open: true), skip, take);
        var past = WarningBook.List(session, new WarningFilter(Open: false), 0, 12).Page;
        var streams = StreamBook.All(session);
        List<HealthWarning> all = [.. open, .. past];
        var progress = Timeliness.Progress(session, [.. all.Select(w => w.Id)]);
        return new(
            open, total, past, streams, SparksOf(session, open, streams, city.Clock),
            all.ToDictionary(w => w.Id, w => Timeliness.Of(w, progress.GetValueOrDefault(w.Id), city.Clock)), SweepBook.Last(session));
    }

    private static Dictionary<long, SeriesChart> SparksOf(Session session, List<HealthWarning> warnings, List<HealthStream> streams, CityClock clock)
    {
        var leads = warnings.Select(w => (Warning: w, Lead: w.Memory.Strongest.Contributions.FirstOrDefault(c => !c.IsNeighbour)?.Signal)).Where(l => l.Lead is not null).ToList();
        var settings = SweepSettings.Load(session);
        var charts = new Dictionary<long, SeriesChart>();
        foreach (var group in leads.GroupBy(l => streams.Find(s => s.Condition == l.Lead!.Condition && s.Source == l.Lead.Source)).Where(g => g.Key is not null))
        {
            var drawn = ChartSeries.Of(session, group.Key!, [.. group.Select(l => l.Lead!.Territory).Distinct()], clock.Today, SparkDays, settings, clock).ToDictionary(c => c.Territory);
            foreach (var (warning, lead) in group.Where(l => drawn.ContainsKey(l.Lead!.Territory)))
            {
                charts[warning.Id] = drawn[lead!.Territory];
            }
        }

        return charts;
    }
}
