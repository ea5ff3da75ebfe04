namespace CityLoom.Detection.Nowcast;

/// <summary>
/// Counts of the last days as they will be once all reports are in (Lawless, Canadian Journal of Statistics 22, 1994), so that a reporting
/// delay is not read as a fall: reports so far over the share that is reported after so many days.
/// </summary>
public static class LawlessNowcast
{
    /// <summary>Nowcasts the last days up to the longest delay, oldest first.</summary>
    /// <param name="events">Events and their reports; those reported after now are not looked at.</param>
    /// <param name="now">The day whose end is the present.</param>
    /// <param name="options">Settings.</param>
    /// <param name="since">First day that events were collected for; the first day among them when left out.</param>
    /// <exception cref="ArgumentException">A report before its event, no event at all, or a setting out of range.</exception>
    public static IReadOnlyList<NowcastDay> Run(IReadOnlyCollection<ReportedEvent> events, DateOnly now, NowcastOptions options, DateOnly? since = null)
    {
        Check(events, options, since);
        var first = since ?? events.Min(one => one.Event);
        if (first > now)
        {
            return [];
        }
        var (delays, reported) = Triangle(events, first, now, options.MaxDelay);
        var from = options.DelaysFromLastDays is { } last ? Math.Max(0, delays.Length - last) : 0;
        var distribution = DelayDistribution.Estimate(delays, from);
        return [.. Enumerable.Range(0, delays.Length).Skip(delays.Length - 1 - options.MaxDelay).Select(t => distribution.Nowcast(first.AddDays(t), reported[t], delays.Length - 1 - t))];
    }

    /// <summary>Reports known by the end of now: by day of event and delay, and by day of event whatever the delay.</summary>
    private static (int[][] Delays, int[] Reported) Triangle(IEnumerable<ReportedEvent> events, DateOnly first, DateOnly now, int maxDelay)
    {
        var days = now.DayNumber - first.DayNumber + 1;
        var delays = Enumerable.Range(0, days).Select(_ => new int[maxDelay + 1]).ToArray();
        var reported = new int[days];
        foreach (var (day, report) in events.Where(one => one.Report <= now && one.Event >= first))
        {
            var t = day.DayNumber - first.DayNumber;
            reported[t]++;
            if (report.DayNumber - day.DayNumber <= maxDelay)
            {
                delays[t][report.DayNumber - day.DayNumber]++;
            }
        }
        return (delays, reported);
    }

    private static void Check(IReadOnlyCollection<ReportedEvent> events, NowcastOptions options, DateOnly? since)
    {
        if (options.MaxDelay < 0 || options.DelaysFromLastDays < 1)
        {
            throw new ArgumentException($"The longest delay {options.MaxDelay} must be 0 or more, the last days to learn from 1 or more.", nameof(options));
        }
        if (events.Count == 0 && since is null)
        {
            throw new ArgumentException("Without any event the first day must be said.", nameof(events));
        }
        foreach (var (day, report) in events)
        {
            if (report < day)
            {
                throw new ArgumentException($"An event of {day:yyyy-MM-dd} is reported on {report:yyyy-MM-dd}, before it happened.", nameof(events));
            }
        }
    }
}
