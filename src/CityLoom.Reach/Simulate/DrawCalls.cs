using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Simulate;

/// <summary>Draws calls: arrivals as a Poisson process, zones by weight, stages exponential or fixed; the same seed gives the same calls.</summary>
public static class DrawCalls
{
    private const double Day = 86_400_000;

    /// <summary>The calls in order of time.</summary>
    /// <param name="zones">Where they come from, by weight.</param>
    /// <param name="rules">How many, and how long each stage takes.</param>
    public static Checked<IReadOnlyList<Call>> Run(IReadOnlyList<Zone> zones, CallRules rules)
    {
        if (rules.Fault() is { } fault)
        {
            return fault;
        }

        var sums = new double[zones.Count];
        for (var zone = 0; zone < sums.Length; zone++)
        {
            sums[zone] = zones[zone].Weight + (zone > 0 ? sums[zone - 1] : 0);
        }

        if (sums.Length == 0 || sums[^1] <= 0)
        {
            return new InputFault("simulate.no-weight", "分区的权重总和为 0，无从产生呼叫。", "The zones weigh 0 in all; no calls can come from them.");
        }

        var (random, calls) = (new Random(rules.Seed), new List<Call>());
        for (var at = Exponential(random, Day / rules.PerDay); at < rules.Days * Day; at += Exponential(random, Day / rules.PerDay))
        {
            calls.Add(Draw((long)at, sums, rules, random));
        }

        return calls;
    }

    /// <summary>Always takes the same number of draws, so that a changed rule does not shift the calls after it.</summary>
    private static Call Draw(long at, double[] sums, CallRules rules, Random random)
    {
        var zone = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        var (priority, left) = (0, random.NextDouble());
        while (priority < rules.Priorities.Count - 1 && left >= rules.Priorities[priority])
        {
            left -= rules.Priorities[priority++];
        }

        return new Call(at, Math.Min(zone < 0 ? ~zone : zone + 1, sums.Length - 1), priority + 1, rules.Answer, rules.Dispatch,
            Exponential(random, rules.TurnOut), Exponential(random, rules.Scene), random.NextDouble() < rules.Transport, Exponential(random, rules.Handover));
    }

    private static double Exponential(Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());
}
