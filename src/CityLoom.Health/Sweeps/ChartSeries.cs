using CityLoom.Detection.Fusion;
using CityLoom.Detection.Nowcast;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Sweeps;

/// <summary>A period of a charted series.</summary>
/// <param name="Period">Its number.</param>
/// <param name="Count">What was counted; null when nothing was reported.</param>
/// <param name="Expected">What the detector expected; null where it did not judge.</param>
/// <param name="Threshold">The count above which the stream alarms by itself.</param>
/// <param name="PValue">Chance of a count this high when nothing goes on.</param>
/// <param name="Alarm">Whether it alarmed.</param>
public sealed record SeriesPoint(int Period, int? Count, double? Expected, double? Threshold, double? PValue, bool Alarm)
{
    /// <summary>What a period that is not all in will come to; null where it is.</summary>
    public NowcastDay? Late { get; init; }
}

/// <summary>A series over time with what the detector made of it.</summary>
/// <param name="Stream">Of which stream.</param>
/// <param name="Territory">At which place.</param>
/// <param name="Method">The detector; empty where the history is too short.</param>
/// <param name="Points">One a period, oldest first.</param>
public sealed record SeriesChart(HealthStream Stream, string Territory, string Method, IReadOnlyList<SeriesPoint> Points);

/// <summary>Judges the past of a few series, to be drawn; the detector is the one that the newest period would get.</summary>
public static class ChartSeries
{
    /// <summary>The last days of a stream at some places, in one query.</summary>
    public static List<SeriesChart> Of(Session session, HealthStream stream, IReadOnlyCollection<string> territories, DateOnly until, int days, SweepSettings settings, CityClock clock)
    {
        var last = CountPeriod.NewestOver(until, stream.Rhythm);
        var periods = Math.Max(2, days / (int)stream.Rhythm);
        var judge = new SeriesJudge(settings.AlarmAt, settings.Days);
        var delays = ReportDelays.Of(session, stream, clock);
        return CountBook.Window(session, stream, last - periods - SeriesJudge.History(stream.Rhythm) + 1, last, territories)
            .ConvertAll(series => Of(stream, series, judge.Judge(stream, series, periods, delays), last - periods + 1));
    }

    /// <summary>How remarkable each place is on a day: the combined p-value of the streams of a condition.</summary>
    public static Dictionary<string, double> Places(
        Session session, IEnumerable<HealthStream> streams, DateOnly day, SweepSettings settings, Neighbours neighbours, IReadOnlyCollection<string> territories, CityClock clock) =>
        JudgeCondition.PValues(session, streams, day, settings, neighbours, territories, clock);

    private static SeriesChart Of(HealthStream stream, CountedSeries series, JudgedSeries judged, int first)
    {
        var points = new List<SeriesPoint>();
        for (var period = first; period <= series.Last; period++)
        {
            var i = period - judged.First;
            var point = i >= 0 && i < judged.Findings.Length
                ? new SeriesPoint(period, series.At(period), Told(judged.Findings[i].Expected), Told(judged.Findings[i].Threshold), Told(judged.Findings[i].PValue), judged.Findings[i].Alarm)
                : new SeriesPoint(period, series.At(period), null, null, null, false);
            points.Add(point with { Late = judged.Late.GetValueOrDefault(period) });
        }

        return new(stream, series.Territory, judged.Method, points);
    }

    private static double? Told(double value) => double.IsFinite(value) ? value : null;
}
