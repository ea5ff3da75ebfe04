using CityLoom.Detection.Fusion;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Sweeps;

/// <summary>What the streams of one condition say on a day.</summary>
/// <param name="Signals">The signals of all places that have anything to say, and of those around them.</param>
/// <param name="QuietCells">How many other places were judged and had nothing to say.</param>
/// <param name="Series">How many series there are.</param>
/// <param name="Judged">How many of them had history enough.</param>
internal sealed record ConditionSignals(IReadOnlyList<StreamSignal> Signals, int QuietCells, int Series, int Judged);

/// <summary>
/// Lets the detectors judge every series of a condition up to a day, on all cores. Each stream's window is read in one range; only what could matter for a
/// warning is kept, so that memory is bounded by the series of one stream and the remarkable places.
/// </summary>
internal static class JudgeCondition
{
    /// <summary>A place is worth a look when one of its own streams has a p-value of this or less.</summary>
    private const double Remarkable = 0.1;

    public static ConditionSignals Run(Session session, IEnumerable<HealthStream> streams, DateOnly day, SweepSettings settings, Surroundings around, CityClock clock)
    {
        var all = new List<StreamSignal>();
        var (series, judged) = (0, 0);
        foreach (var stream in streams)
        {
            var window = WindowOf(session, stream, day, settings.Reach);
            var found = Judge(stream, window, settings, ReportDelays.Of(session, stream, clock));
            series += window.Count;
            judged += found.Count(signals => signals.Length > 0);
            all.AddRange(found.SelectMany(signals => signals));
            all.AddRange(ScanRare.Run(stream, window, around.Centres));
        }

        return Keep(all, around.Neighbours, series, judged);
    }

    /// <summary>The combined p-value of each of some places on a day, remarkable or not: for a map.</summary>
    public static Dictionary<string, double> PValues(
        Session session, IEnumerable<HealthStream> streams, DateOnly day, SweepSettings settings, Neighbours neighbours, IReadOnlyCollection<string> territories, CityClock clock)
    {
        var signals = streams.SelectMany(stream => Judge(stream, WindowOf(session, stream, day, settings.Reach, territories), settings, ReportDelays.Of(session, stream, clock))).SelectMany(s => s).ToList();
        return FuseSignals.Run(signals, day, neighbours, settings.Fusion(0)).ToDictionary(f => f.Territory, f => f.PValue);
    }

    /// <summary>The window of counts that the sweep of a day looks at.</summary>
    private static List<CountedSeries> WindowOf(Session session, HealthStream stream, DateOnly day, int reach, IReadOnlyCollection<string>? territories = null)
    {
        var last = CountPeriod.NewestOver(day, stream.Rhythm);
        return CountBook.Window(session, stream, last - Periods(stream.Rhythm, reach) - SeriesJudge.History(stream.Rhythm) + 1, last, territories);
    }

    private static int Periods(CountRhythm rhythm, int reach) => (reach + (int)rhythm - 1) / (int)rhythm;

    /// <summary>The signals of each series, in the order of the series whatever thread judged it.</summary>
    private static StreamSignal[][] Judge(HealthStream stream, List<CountedSeries> window, SweepSettings settings, ReportDelays? delays)
    {
        var periods = Periods(stream.Rhythm, settings.Reach);
        var signals = new StreamSignal[window.Count][];
        Parallel.For(0, window.Count, () => new SeriesJudge(settings.AlarmAt, settings.Days), (i, _, judge) =>
        {
            signals[i] = SignalsOf(stream, window[i], judge, periods, delays);
            return judge;
        }, _ => { });
        return signals;
    }

    /// <summary>The latest signal and every alarm before it. A series without a case in the last periods needs no detector: its p-value is 1.</summary>
    private static StreamSignal[] SignalsOf(HealthStream stream, CountedSeries series, SeriesJudge judge, int periods, ReportDelays? delays)
    {
        var recent = series.Counts.AsSpan(^periods..);
        if (!recent.ContainsAnyInRange(1, int.MaxValue))
        {
            var at = recent.LastIndexOf(0);
            while (at >= 0 && delays?.Nowcast(series.Last - periods + 1 + at, 0)?.KnownShare < ReportDelays.LeastShare)
            {
                at = recent[..at].LastIndexOf(0);
            }

            return at < 0 ? [] : [new(stream.Condition, stream.Source, series.Territory, CountPeriod.Last(series.Last - periods + 1 + at, stream.Rhythm), 1) { Observed = 0, Method = "zero" }];
        }

        var judged = judge.Judge(stream, series, periods, delays);
        var found = SignalsIn(stream, series.Territory, judged);
        return [.. found.Where((signal, i) => signal.IsAlarm || i == found.Count - 1)];
    }

    /// <summary>Each period that was judged as a signal.</summary>
    internal static List<StreamSignal> SignalsIn(HealthStream stream, string territory, JudgedSeries judged)
    {
        var signals = new List<StreamSignal>(judged.Findings.Length);
        for (var i = 0; i < judged.Findings.Length; i++)
        {
            var found = judged.Findings[i];
            if (!double.IsNaN(found.PValue))
            {
                var late = judged.Late.GetValueOrDefault(judged.First + i);
                signals.Add(new(stream.Condition, stream.Source, territory, CountPeriod.Last(judged.First + i, stream.Rhythm), Math.Clamp(found.PValue, 0, 1))
                {
                    Observed = Told(found.Observed), Expected = Told(found.Expected), Threshold = Told(found.Threshold), IsAlarm = found.Alarm, Method = judged.Method,
                    KnownShare = Told(late?.KnownShare ?? double.NaN), Estimate = Told(late?.Estimate ?? double.NaN),
                });
            }
        }

        return signals;
    }

    private static double? Told(double value) => double.IsFinite(value) ? Math.Round(value, 4) : null;

    private static ConditionSignals Keep(List<StreamSignal> all, Neighbours neighbours, int series, int judged)
    {
        var remarkable = all.Where(s => s.IsAlarm || s.PValue <= Remarkable).Select(s => s.Territory).ToHashSet(StringComparer.Ordinal);
        var kept = remarkable.SelectMany(place => neighbours.Of(place)).Concat(remarkable).ToHashSet(StringComparer.Ordinal);
        var places = all.Select(s => s.Territory).Distinct().Count();
        var signals = all.FindAll(s => kept.Contains(s.Territory));
        return new(signals, places - signals.Select(s => s.Territory).Distinct().Count(), series, judged);
    }
}
