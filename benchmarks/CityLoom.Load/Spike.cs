using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.Support;

namespace CityLoom.Load;

/// <summary>
/// Lifecycles come in whether or not those before are done, now few, now many in a second: how many succeed, how long each request
/// waits for its answer, and how soon after the last peak answers are quick again.
/// </summary>
internal sealed class Spike(CityStaff staff, double scale, TimeSpan time)
{
    private static readonly double[] Profile = [1, 15, 1, 25, 2, 35, 10];
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly List<(double At, double Taken)> _taken = [];
    private int _begun;
    private int _done;

    /// <summary>The verb <c>spike</c>.</summary>
    public static Command Command()
    {
        var requests = new Option<int>("--requests") { Description = "Stored requests", DefaultValueFactory = _ => 1_000_000 };
        var scale = new Option<double>("--scale") { Description = "Times the profile 1, 15, 1, 25, 2, 35, 10 lifecycles a second", DefaultValueFactory = _ => 10 };
        var seconds = new Option<int>("--seconds") { Description = "Length of the whole profile", DefaultValueFactory = _ => 600 };
        var keep = new Option<string?>("--keep") { Description = "Folder of the store, filled the first time and kept; a temporary one when left out" };
        var spike = new Command("spike", "Lifecycles that come in by a profile of peaks, on a store of many requests") { requests, scale, seconds, keep };
        spike.SetAction((parsed, _) => Run(parsed.GetValue(requests), parsed.GetValue(scale), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(keep)));
        return spike;
    }

    private static async Task<int> Run(int requests, double scale, TimeSpan time, string? keep)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await using var city = await RunningCity.Start(new Serving(Data: keep));
        await city.Stop();
        await FillRequests.Run(new StorageOptions { Folder = city.Data }, requests);
        city.Launch();
        await city.UntilReady();
        using var staff = await CityStaff.Hire(city);
        return await new Spike(staff, scale, time).Run();
    }

    private async Task<int> Run()
    {
        var (start, lives) = (Stopwatch.GetTimestamp(), new List<Task>());
        for (var due = 0.0; due < time.TotalSeconds; due += 1 / (scale * RateAt(due)))
        {
            var ahead = TimeSpan.FromSeconds(due) - Stopwatch.GetElapsedTime(start);
            if (ahead > TimeSpan.Zero)
            {
                await Task.Delay(ahead);
            }

            lives.Add(Live($"spike-{start}-{_begun++}", start));
        }

        await Task.WhenAll(lives);
        return Report();
    }

    private static int PhaseAt(double share) => Math.Min(Profile.Length - 1, (int)(share * Profile.Length));

    private double RateAt(double seconds) => Profile[PhaseAt(seconds / time.TotalSeconds)];

    private async Task Live(string once, long start)
    {
        try
        {
            var matter = await Time(start, () => staff.Desk.Create(once, "measure", $"整治消防通道 {once}", "打通堵塞的消防通道，设置警示标识"));
            foreach (var step in LifeStep.Measure)
            {
                matter = await Time(start, () => step.Do(staff, matter.Id, $"{once}-{step.Act}"));
            }

            _ = await Time(start, () => staff.Desk.Get(matter.Id));
            Interlocked.Increment(ref _done);
        }
        catch (Exception failed) when (failed is CityAnswerException or HttpRequestException or TaskCanceledException)
        {
            // Counts as begun and not done.
        }
    }

    private async Task<T> Time<T>(long start, Func<Task<T>> send)
    {
        var at = Stopwatch.GetElapsedTime(start);
        var answer = await send();
        lock (_lock)
        {
            _taken.Add((at.TotalSeconds, (Stopwatch.GetElapsedTime(start) - at).TotalSeconds));
        }

        return answer;
    }

    private int Report()
    {
        for (var phase = 0; phase < Profile.Length; phase++)
        {
            var taken = _taken.Where(t => PhaseAt(t.At / time.TotalSeconds) == phase).Select(t => t.Taken).ToList();
            Console.WriteLine($"  {scale * Profile[phase],5:F0} lifecycles/s: {taken.Count,8} answers, p50 {At(taken, 0.5) * 1000:F0} ms, p95 {At(taken, 0.95) * 1000:F0} ms, p99 {At(taken, 0.99) * 1000:F0} ms");
        }

        var (all, peakEnds) = (_taken.ConvertAll(t => t.Taken), time.TotalSeconds * (Profile.Length - 1) / Profile.Length);
        var late = _taken.Where(t => t.At >= peakEnds && t.Taken > Quick.TotalSeconds).Select(t => t.At - peakEnds).DefaultIfEmpty(0).Max();
        Console.WriteLine($"{_done:N0} of {_begun:N0} lifecycles done ({(double)_done / _begun:P2}), p95 {At(all, 0.95) * 1000:F0} ms of {all.Count:N0} answers; after the last peak the last slow answer (over 1 s) was asked for after {late:F0} s");
        return _done >= 0.99 * _begun && At(all, 0.95) < Quick.TotalSeconds && late < 60 ? 0 : 1;
    }

    private static double At(List<double> taken, double share)
    {
        var sorted = taken.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
