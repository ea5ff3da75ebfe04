using CityLoom.Detection;
using CityLoom.Detection.Bayes;
using CityLoom.Detection.Ears;
using CityLoom.Detection.Essence;
using CityLoom.Detection.Farrington;
using CityLoom.Detection.Nowcast;
using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using Finding = CityLoom.Detection.Series.Finding;

namespace CityLoom.Health.Sweeps;

/// <summary>What a detector said of consecutive periods of a series.</summary>
/// <param name="Method">Name of the detector; empty when the history is too short for any.</param>
/// <param name="First">Number of the first period judged.</param>
/// <param name="Findings">One finding a period.</param>
internal sealed record JudgedSeries(string Method, int First, Finding[] Findings)
{
    /// <summary>What periods that are not all in will come to, by their numbers.</summary>
    public IReadOnlyDictionary<int, NowcastDay> Late { get; init; } = new Dictionary<int, NowcastDay>();
}

/// <summary>
/// Chooses the detector that a series' rhythm and history allow, and lets it judge. Weekly counts: our Farrington profile over five years and more, over
/// three, else the Bayes rule over six weeks. Daily counts: the switch of regression and averages where there are a few cases a day, the Bayes rule over
/// four weeks where they are rare, EARS C2 in the first month. Keeps the detectors' room to work in; one for each thread.
/// </summary>
internal sealed class SeriesJudge(double alarmAt, DayPattern days)
{
    /// <summary>Periods of history that are handed to the detectors of daily counts, before the first one judged.</summary>
    public const int DailyHistory = 61;

    /// <summary>The same for weekly counts: ten years, and half a season around.</summary>
    public const int WeeklyHistory = 560;

    private const int Month = 30;
    private const double FewADay = 3;

    private readonly Dictionary<string, IDetector> _detectors = new(StringComparer.Ordinal);

    /// <summary>How many periods before the first judged one a rhythm's detectors look at.</summary>
    public static int History(CountRhythm rhythm) => rhythm == CountRhythm.Day ? DailyHistory : WeeklyHistory;

    /// <summary>Judges the last periods of a series; fewer when its history is too short for the first of them.</summary>
    /// <param name="stream">Of which stream.</param>
    /// <param name="series">Its counts.</param>
    /// <param name="periods">How many of the last periods are judged.</param>
    /// <param name="delays">How late its reports come in; null where they do not.</param>
    public JudgedSeries Judge(HealthStream stream, CountedSeries series, int periods, ReportDelays? delays = null)
    {
        var begin = Array.FindIndex(series.Counts, c => c != CountBlock.Missing);
        if (begin < 0)
        {
            return new("", series.Last + 1, []);
        }

        var late = Late(series, delays);
        var history = Known(stream, series, begin, late);
        var first = Math.Max(0, series.Counts.Length - periods - begin);
        if (Choose(stream, history, first, periods) is not var (method, detector, earliest))
        {
            return new("", series.Last + 1, []);
        }

        var from = Math.Max(first, earliest);
        var findings = new Finding[history.Length - from];
        detector.Watch(history, from, findings);
        JudgeLate(detector, history, series.First + begin, late, findings);
        return new(method, series.First + begin + from, Mark(series, begin, late, findings)) { Late = late };
    }

    /// <summary>
    /// Judges periods that are not all in by what should be in of them: with a share s reported and a mean m expected, the n reported lie
    /// (n − s m) / √(s m) deviations above what was to be reported by now, so the detector is asked for the whole count that lies as many above m.
    /// </summary>
    private static void JudgeLate(IDetector detector, CountSeries history, int first, Dictionary<int, NowcastDay> late, Finding[] findings)
    {
        for (var i = 0; i < findings.Length; i++)
        {
            var (index, expected) = (findings[i].Index, findings[i].Expected);
            if (!late.TryGetValue(first + index, out var known) || known.KnownShare < ReportDelays.LeastShare)
            {
                continue;
            }

            var asIfWhole = double.IsFinite(expected)
                ? expected + ((known.Reported - (known.KnownShare * expected)) / Math.Sqrt(known.KnownShare))
                : known.Estimate - Math.Sqrt(known.Variance);
            var counts = history.Counts[..(index + 1)].ToArray();
            counts[index] = Math.Max(0, Math.Round(asIfWhole));
            detector.Watch(new CountSeries(history.Name, counts, history.PeriodsPerYear) { Dates = history.Dates[..(index + 1)] }, index, findings.AsSpan(i, 1));
        }
    }

    private static Dictionary<int, NowcastDay> Late(CountedSeries series, ReportDelays? delays)
    {
        var late = new Dictionary<int, NowcastDay>();
        for (var period = series.Last; delays is not null && period >= series.First && delays.Nowcast(period, Math.Max(0, series.Counts[period - series.First])) is { } day; period--)
        {
            if (series.Counts[period - series.First] != CountBlock.Missing)
            {
                late[period] = day;
            }
        }

        return late;
    }

    /// <summary>The first choice that can judge all the periods, else the first that can judge the newest.</summary>
    private (string Method, IDetector Detector, int Earliest)? Choose(HealthStream stream, CountSeries history, int first, int periods)
    {
        (string, IDetector, int)? fallback = null;
        foreach (var (method, detector, least) in Choices(stream, history, Math.Min(periods, 9)))
        {
            var earliest = Math.Max(least, detector.Earliest(history));
            if (earliest <= first)
            {
                return (method, detector, earliest);
            }

            fallback ??= earliest < history.Length ? (method, detector, earliest) : null;
        }

        return fallback;
    }

    private IEnumerable<(string Method, IDetector Detector, int Least)> Choices(HealthStream stream, CountSeries history, int recent)
    {
        if (stream.Method.Length > 0)
        {
            yield return (stream.Method, Of(stream.Method, () => Detectors.Create(stream.Method, DetectorSettings.None(stream.Method))), 0);
        }
        else if (stream.Rhythm == CountRhythm.Week)
        {
            yield return ("farrington-cumulative", Of("cumulative-5", () => Cumulative(5)), 0);
            yield return ("farrington-cumulative", Of("cumulative-3", () => Cumulative(3)), 0);
            yield return ("bayes", Of("bayes-6", () => new BayesDetector(new RecentYears(0, 6, true), alarmAt)), 0);
        }
        else
        {
            if (history.Length - recent >= Month)
            {
                yield return Mean(history.Counts.Slice(history.Length - recent - Month, Month)) >= FewADay
                    ? ("switch", Of("switch", () => new SwitchDetector(new EssenceOptions { ThresholdAlpha = alarmAt, Days = days })), Month)
                    : ("bayes", Of("bayes-28", () => new BayesDetector(new RecentYears(0, 28, true), alarmAt)), 0);
            }

            yield return ("ears-c2", Of("ears-c2", () => new EarsDetector(new EarsOptions { Rule = EarsRule.C2, MinSigma = 1, Alpha = alarmAt })), 0);
        }
    }

    private CumulativeFarrington Cumulative(int years)
    {
        var usual = new CumulativeOptions();
        return new(usual with { Model = usual.Model with { Years = years }, SingleAlpha = alarmAt * 1.05, SumAlpha = alarmAt * 1.5 });
    }

    private IDetector Of(string name, Func<IDetector> make) => _detectors.TryGetValue(name, out var known) ? known : _detectors[name] = make();

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>
    /// The series from its first report on. A day without a report stands in with the count of a week before, so that the averages go on; it is not judged
    /// itself, nor is a period of which too little is in. Where enough is in, the estimate stands.
    /// </summary>
    private static CountSeries Known(HealthStream stream, CountedSeries series, int begin, Dictionary<int, NowcastDay> late)
    {
        var counts = new double[series.Counts.Length - begin];
        var dates = new DateOnly[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            var count = series.Counts[begin + i];
            var known = late.GetValueOrDefault(series.First + begin + i);
            counts[i] = known?.KnownShare >= ReportDelays.LeastShare ? Math.Round(known.Estimate) : count != CountBlock.Missing && known is null ? count : stream.Rhythm == CountRhythm.Week ? double.NaN : i >= 7 ? counts[i - 7] : counts[i - 1];
            dates[i] = CountPeriod.First(series.First + begin + i, stream.Rhythm);
        }

        return new CountSeries(stream.Code, counts, CountPeriod.PerYear(stream.Rhythm)) { Dates = dates };
    }

    /// <summary>Findings of periods without a report say nothing; an alarm is a p-value below the limit and more than expected.</summary>
    private Finding[] Mark(CountedSeries series, int begin, Dictionary<int, NowcastDay> late, Finding[] findings)
    {
        for (var i = 0; i < findings.Length; i++)
        {
            var found = findings[i];
            var known = late.GetValueOrDefault(series.First + begin + found.Index);
            findings[i] = series.Counts[begin + found.Index] == CountBlock.Missing || known?.KnownShare < ReportDelays.LeastShare
                ? found with { Observed = double.NaN, PValue = double.NaN, Alarm = false }
                : known is not null ? found with { Observed = known.Reported, Alarm = found.PValue < alarmAt && !(known.Reported <= known.KnownShare * found.Expected) }
                : found with { Alarm = found.PValue < alarmAt && !(found.Observed <= found.Expected) };
        }

        return findings;
    }
}
