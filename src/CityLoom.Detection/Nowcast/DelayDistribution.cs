namespace CityLoom.Detection.Nowcast;

/// <summary>
/// How long reports take, estimated from reports that are only in part in: the reverse-time hazard g(x) is the share of delay x among
/// reports with at most that delay, over events old enough to have shown it (Lawless 1994).
/// </summary>
public sealed class DelayDistribution
{
    private readonly int[] _atRisk;

    private DelayDistribution(double[] hazard, int[] atRisk) => (Hazard, _atRisk) = (hazard, atRisk);

    /// <summary>g(0) = 1, g(1), … up to the longest delay.</summary>
    public IReadOnlyList<double> Hazard { get; }

    /// <summary>The longest delay in days.</summary>
    public int MaxDelay => Hazard.Count - 1;

    /// <summary>Estimated share of a day's events that is reported within a delay: the product of 1 − g(x) over all longer delays.</summary>
    public double Within(int delay)
    {
        var share = 1.0;
        for (var x = delay + 1; x <= MaxDelay; x++)
        {
            share *= 1 - Hazard[x];
        }
        return share;
    }

    /// <summary>Relative variance of that share, by Greenwood's formula in reverse time.</summary>
    public double RelativeVariance(int delay)
    {
        var sum = 0.0;
        for (var x = delay + 1; x <= MaxDelay; x++)
        {
            if (Hazard[x] > 0)
            {
                sum += Hazard[x] / (_atRisk[x] * (1 - Hazard[x]));
            }
        }
        return sum;
    }

    /// <summary>What a day's count will come to when so much of it has been reported after some days.</summary>
    /// <param name="day">The day of the events.</param>
    /// <param name="reported">How many of them are reported.</param>
    /// <param name="age">Days since then.</param>
    public NowcastDay Nowcast(DateOnly day, int reported, int age)
    {
        var share = Within(age);
        var ofDelays = reported * (reported + 1.0) / (share * share) * RelativeVariance(age);
        return new(day, reported, share) { Variance = ofDelays + (reported * (1 - share) / (share * share)) };
    }

    /// <summary>Estimates the delays from counts of which it is known what was reported when.</summary>
    /// <param name="events">Events by day and delay; those of a day may come in several lines, delays beyond the longest count for nothing.</param>
    /// <param name="now">The day whose end is the present.</param>
    /// <param name="maxDelay">Longest delay in days that is waited for.</param>
    /// <exception cref="ArgumentOutOfRangeException">A delay or the longest one is negative.</exception>
    public static DelayDistribution Estimate(IReadOnlyCollection<DelayedCount> events, DateOnly now, int maxDelay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxDelay);
        var first = events.Select(e => e.Event).Append(now).Min();
        var delays = Enumerable.Range(0, now.DayNumber - first.DayNumber + 1).Select(_ => new int[maxDelay + 1]).ToArray();
        foreach (var (day, delay, count) in events)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(delay);
            if (delay <= maxDelay && day.DayNumber + delay <= now.DayNumber)
            {
                delays[day.DayNumber - first.DayNumber][delay] += count;
            }
        }

        return Estimate(delays, 0);
    }

    /// <summary>Estimates the delays from what was known at the end of a day.</summary>
    /// <param name="delays">How many events were reported with each delay, by day: <c>delays[t][x]</c>; the last day is now.</param>
    /// <param name="from">First day whose events are used.</param>
    internal static DelayDistribution Estimate(int[][] delays, int from)
    {
        var (now, maxDelay) = (delays.Length - 1, delays[0].Length - 1);
        var (hazard, atRisk) = (new double[maxDelay + 1], new int[maxDelay + 1]);
        hazard[0] = 1;
        for (var x = 1; x <= maxDelay; x++)
        {
            var exact = 0;
            for (var t = from; t <= now - x; t++)
            {
                exact += delays[t][x];
                atRisk[x] += delays[t].AsSpan(0, x + 1).Sum();
            }
            hazard[x] = atRisk[x] > 0 ? (double)exact / atRisk[x] : 0;
        }
        return new(hazard, atRisk);
    }
}
