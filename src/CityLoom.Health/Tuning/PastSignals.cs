using System.Collections.Concurrent;
using CityLoom.Detection.Fusion;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Tuning;

/// <summary>Every signal of a condition's series over the past two years: what any setting of the fusion would have had before it.</summary>
/// <param name="Condition">Of which condition.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Series">Signals of each series by day, oldest first.</param>
/// <param name="LeftOut">How many series were left out, because a page can only reckon with so many.</param>
public sealed record PastSignals(string Condition, DateOnly From, DateOnly Until, IReadOnlyList<IReadOnlyList<StreamSignal>> Series, int LeftOut);

/// <summary>Reckons past signals once and keeps them while the counts stay the same; they do not depend on how signals are fused. Thread-safe.</summary>
public sealed class PastSignalsBook
{
    /// <summary>How far back a setting is tried.</summary>
    public const int Days = 730;

    private const int MostSeries = 400;

    private readonly ConcurrentDictionary<string, (string Key, PastSignals Signals)> _kept = new(StringComparer.Ordinal);

    /// <summary>The signals of a condition up to a day.</summary>
    public PastSignals Of(Session session, string condition, DateOnly until)
    {
        var streams = StreamBook.All(session).FindAll(s => s.Condition == condition);
        var key = $"{until} {session.Value<long>("select coalesce(sum(seq), 0) from journal where subject = @Subject and " + session.Among("subject_id", "ids"),
            new { HealthStream.Subject, ids = streams.Select(s => s.Id).ToArray() })}";
        if (_kept.TryGetValue(condition, out var kept) && kept.Key == key)
        {
            return kept.Signals;
        }

        var signals = Reckon(session, streams, condition, until);
        _kept[condition] = (key, signals);
        return signals;
    }

    private static PastSignals Reckon(Session session, List<HealthStream> streams, string condition, DateOnly until)
    {
        var windows = streams.SelectMany(stream =>
        {
            var last = CountPeriod.NewestOver(until, stream.Rhythm);
            return CountBook.Window(session, stream, last - Days / (int)stream.Rhythm - SeriesJudge.History(stream.Rhythm) + 1, last).Select(series => (stream, series));
        }).ToList();
        var places = windows.Select(w => w.series.Territory).Distinct().OrderBy(p => p.Length).ThenBy(p => p, StringComparer.Ordinal).Take(MostSeries / Math.Max(1, streams.Count)).ToHashSet();
        var taken = windows.FindAll(w => places.Contains(w.series.Territory));
        var settings = new SweepSettings();
        var signals = new IReadOnlyList<StreamSignal>[taken.Count];
        Parallel.For(0, taken.Count, () => new SeriesJudge(settings.AlarmAt, settings.Days), (i, _, judge) =>
        {
            var (stream, series) = taken[i];
            signals[i] = JudgeCondition.SignalsIn(stream, series.Territory, judge.Judge(stream, series, Days / (int)stream.Rhythm));
            return judge;
        }, _ => { });
        return new(condition, until.AddDays(-Days + 1), until, signals, windows.Count - taken.Count);
    }
}
