using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using CityLoom.Detection;
using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;

namespace CityLoom.Benchmarks;

/// <summary>Series-periods a second of each detector on one thread by processor time, and what a step allocates once warm.</summary>
internal static class DetectionBenchmark
{
    private const int Weeks = 624;
    private const int Judged = 52;

    private static readonly (string Label, string Method, string Settings, int Periods)[] Detected =
    [
        ("farrington-flexible, Noufaily", "farrington-flexible", """{"noufaily": true}""", 52),
        ("farrington-flexible, Noufaily, R-compatible", "farrington-flexible", """{"noufaily": true, "profile": "R-compatible"}""", 52),
        ("farrington-flexible, defaults", "farrington-flexible", "{}", 52),
        ("farrington-cumulative", "farrington-cumulative", "{}", 52),
        ("farrington", "farrington", "{}", 52),
        ("ears-c1", "ears-c1", "{}", 52),
        ("ears-c2", "ears-c2", "{}", 52),
        ("ears-c3", "ears-c3", "{}", 52),
        ("bayes", "bayes", "{}", 52),
        ("rki", "rki", "{}", 52),
        ("cdc", "cdc", "{}", 52),
        ("moving-percentile", "moving-percentile", "{}", 52),
        ("cusum", "cusum", "{}", 52),
        ("cusum, rossi, seasonal mean", "cusum", """{"trans": "rossi", "m": "glm"}""", 52),
        ("rogerson", "rogerson", """{"theta0": 6}""", 52),
        ("glr, Poisson", "glr", "{}", 52),
        ("glr, negative binomial", "glr", """{"alpha": 0.2}""", 52),
        ("glr, epidemic", "glr", """{"change": "epi"}""", 52),
        ("glr, known change, seasonal mean fitted anew", "glr", """{"theta": 0.7, "mu0": {"S": 1, "refit": true}}""", 52),
        ("outbreak-p", "outbreak-p", "{}", 52),
        ("ewma", "ewma", "{}", 365),
        ("regression", "regression", "{}", 365),
        ("switch", "switch", "{}", 365),
    ];

    public static Command Command()
    {
        var seconds = new Option<double>("--seconds") { Description = "Processor time of each measurement", DefaultValueFactory = _ => 2 };
        var million = new Option<bool>("--million") { Description = "Judge a million series-weeks with Noufaily's settings on all cores, and nothing else" };
        var command = new Command("detection", "Series-periods a second per detector (R takes 14 ms for one with Noufaily's settings)") { seconds, million };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(million))
            {
                Million();
                return;
            }

            foreach (var one in Detected)
            {
                Measure(one.Label, Create(one.Method, one.Settings), one.Periods, parsed.GetValue(seconds));
            }
        });
        return command;
    }

    private static IDetector Create(string method, string settings)
    {
        using var json = JsonDocument.Parse(settings);
        return Detectors.Create(method, new DetectorSettings(method, json.RootElement));
    }

    /// <summary>A million series-weeks of different series, one detector a core.</summary>
    private static void Million()
    {
        const int wanted = 1_000_000;
        var next = 0;
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            var (detector, findings) = (Create("farrington-flexible", """{"noufaily": true}"""), new Finding[Judged]);
            for (var one = Interlocked.Increment(ref next); (one - 1) * Judged < wanted; one = Interlocked.Increment(ref next))
            {
                detector.Watch(Simulated(one, 52), Weeks - Judged, findings);
            }
        });
        process.Refresh();
        Console.WriteLine($"{wanted:N0} series-weeks, {wanted / Judged:N0} series: {watch.Elapsed.TotalSeconds:F1} s on {Environment.ProcessorCount} cores, {(process.TotalProcessorTime - before).TotalSeconds:F1} s of processor, the making of the series with it");
    }

    private static void Measure(string label, IDetector detector, int periods, double seconds)
    {
        CountSeries[] series = [.. Enumerable.Range(1, 16).Select(seed => Simulated(seed, periods))];
        var findings = new Finding[Judged];
        Round(detector, series, findings);
        var (process, steps) = (Process.GetCurrentProcess(), 0L);
        var start = process.TotalProcessorTime;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var spent = 0.0;
        while (spent < seconds)
        {
            Round(detector, series, findings);
            steps += series.Length * Judged;
            process.Refresh();
            spent = (process.TotalProcessorTime - start).TotalSeconds;
        }
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)steps;
        Console.WriteLine($"{label,-46} {steps / spent,12:N0} a second  {spent / steps * 1e6,9:F2} µs each  {bytes,8:F1} bytes each");
    }

    private static void Round(IDetector detector, CountSeries[] series, Finding[] findings)
    {
        foreach (var one in series)
        {
            detector.Watch(one, Weeks - Judged, findings);
        }
    }

    /// <summary>Seasonal counts with means from a half to a hundred.</summary>
    private static CountSeries Simulated(int seed, int periods)
    {
        var random = new Random(seed);
        var level = Math.Exp(Math.Log(0.5) + (((seed - 1) % 16) + 1) / 16.0 * Math.Log(200));
        var counts = new double[Weeks];
        for (var i = 0; i < Weeks; i++)
        {
            var mean = level * Math.Exp(0.5 * Math.Cos(2 * Math.PI * i / periods) + 0.0005 * i);
            for (var (sum, limit) = (-Math.Log(1 - random.NextDouble()), mean); sum < limit; sum -= Math.Log(1 - random.NextDouble()))
            {
                counts[i]++;
            }
        }
        var first = new DateOnly(2012, 1, 2);
        return new CountSeries($"simulated {seed}", counts, periods)
        {
            Dates = periods == 365 ? Enumerable.Range(0, Weeks).Select(first.AddDays).ToArray() : default,
        };
    }
}
