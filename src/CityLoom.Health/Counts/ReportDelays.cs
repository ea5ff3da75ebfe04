using CityLoom.Detection.Nowcast;
using CityLoom.Health.Streams;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Counts;

/// <summary>
/// How late the reports of a stream come in, learnt from its own corrections: a first report counts as of the last day of its period, what a correction
/// adds as of the day on which it was entered. Only a stream that is corrected upwards by habit has them; one correction is no delay.
/// </summary>
public sealed class ReportDelays
{
    /// <summary>Periods of which less is in are not judged yet.</summary>
    public const double LeastShare = 0.5;

    /// <summary>A period of which this much is in counts as complete.</summary>
    private const double AllIn = 0.995;

    /// <summary>Of the periods learnt from, so many must have been corrected upwards.</summary>
    private const double Habit = 0.5;

    private readonly DelayDistribution _delays;
    private readonly DateOnly _now;
    private readonly CountRhythm _rhythm;

    private ReportDelays(DelayDistribution delays, DateOnly now, CountRhythm rhythm) => (_delays, _now, _rhythm) = (delays, now, rhythm);

    /// <summary>The longest delay that is waited for, in days: two weeks for daily counts, four for weekly ones.</summary>
    public static int MaxDelay(CountRhythm rhythm) => rhythm == CountRhythm.Day ? 14 : 28;

    /// <summary>How many periods that are old enough are learnt from: eight weeks of days, half a year of weeks.</summary>
    public static int Learnt(CountRhythm rhythm) => rhythm == CountRhythm.Day ? 56 : 26;

    /// <summary>Learns the delays of a stream, over all its places; null where its reports do not come late, or not for long enough to tell.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="clock">The city's clock; what is stored is what is known at its present.</param>
    public static ReportDelays? Of(Session session, HealthStream stream, CityClock clock)
    {
        var now = clock.Today;
        var last = CountPeriod.NewestOver(now, stream.Rhythm);
        var complete = CountPeriod.NewestOver(now.AddDays(-MaxDelay(stream.Rhythm)), stream.Rhythm);
        var first = complete - Learnt(stream.Rhythm) + 1;
        var corrections = CountBook.Corrections(session, stream, first, last);
        var upwards = corrections.Where(c => c.Period <= complete && c.Added > 0).Select(c => c.Period).Distinct().Count();
        if (upwards < Habit * Learnt(stream.Rhythm))
        {
            return null;
        }

        var sums = new long[last - first + 1];
        foreach (var series in CountBook.Window(session, stream, first, last))
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += Math.Max(0, series.Counts[i]);
            }
        }

        var changes = corrections.ToLookup(c => c.Period);
        var events = Enumerable.Range(first, sums.Length).SelectMany(period => Delays(period, sums[period - first], changes[period], stream.Rhythm, clock)).ToList();
        return new(DelayDistribution.Estimate(events, now, MaxDelay(stream.Rhythm)), now, stream.Rhythm);
    }

    /// <summary>Delays that are known otherwise.</summary>
    internal static ReportDelays From(DelayDistribution delays, DateOnly now, CountRhythm rhythm) => new(delays, now, rhythm);

    /// <summary>What a period will come to from what is reported of it; null where all of it is in.</summary>
    public NowcastDay? Nowcast(int period, int reported)
    {
        var day = CountPeriod.Last(period, _rhythm);
        var age = Math.Max(0, _now.DayNumber - day.DayNumber);
        return age >= _delays.MaxDelay || _delays.Within(age) >= AllIn ? null : _delays.Nowcast(day, reported, age);
    }

    /// <summary>The reports of one period by their delay. A correction downwards takes back what came last.</summary>
    private static IEnumerable<DelayedCount> Delays(int period, long sum, IEnumerable<Correction> changes, CountRhythm rhythm, CityClock clock)
    {
        var day = CountPeriod.Last(period, rhythm);
        var reports = new SortedDictionary<int, long>();
        var later = changes.OrderBy(c => c.At).ToList();
        reports[0] = Math.Max(0, sum - later.Sum(c => c.Added));
        foreach (var change in later)
        {
            var delay = Math.Max(0, clock.DateOf(change.At).DayNumber - day.DayNumber);
            reports[delay] = reports.GetValueOrDefault(delay) + Math.Max(0, change.Added);
            var owed = Math.Max(0, -change.Added);
            foreach (var key in reports.Keys.Reverse().ToArray())
            {
                var taken = Math.Min(reports[key], owed);
                reports[key] -= taken;
                owed -= taken;
            }
        }

        return reports.Where(r => r.Value > 0).Select(r => new DelayedCount(day, r.Key, (int)Math.Min(int.MaxValue, r.Value)));
    }
}

/// <summary>What the corrections entered at one instant added to the counts of a period, over all places.</summary>
internal sealed record Correction
{
    /// <summary>Number of the period.</summary>
    public int Period { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How many more; negative where they took away.</summary>
    public long Added { get; init; }
}
