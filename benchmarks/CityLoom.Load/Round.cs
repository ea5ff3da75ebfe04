using System.Diagnostics;
using CityLoom.Tests.Support;

namespace CityLoom.Load;

/// <summary>What one round of load showed.</summary>
internal sealed record RoundResult(string Store, double LifecyclesPerSecond, double RequestsPerSecond, int Stale, int Refused, Timings Timings);

/// <summary>
/// Many clients, each of which lives one matter after the other: create, dispatch, sign, resolve, check, close, search. After each
/// acknowledged act the matter is read back, and at the end it is searched for: what comes back must show the act.
/// </summary>
internal sealed class Round(RunningCity city, CityStaff staff, int clients, string name)
{
    private Timings _timings = new();
    private int _lives;
    private int _stale;
    private int _refused;

    /// <summary>The steps in the order of the table.</summary>
    public static IEnumerable<string> Steps => ["create", .. LifeStep.Measure.Select(step => step.Act), "read", "search"];

    /// <summary>Warms up, then counts for the given time.</summary>
    public async Task<RoundResult> Run(TimeSpan warmUp, TimeSpan time)
    {
        using var stop = new CancellationTokenSource();
        var work = Task.WhenAll(Enumerable.Range(0, clients).Select(client => Live(client, stop.Token)));
        await Task.WhenAny(work, Task.Delay(warmUp));
        _timings = new Timings();
        var (before, start) = (_lives, Stopwatch.GetTimestamp());
        await Task.WhenAny(work, Task.Delay(time));
        var (seconds, lives, requests) = (Stopwatch.GetElapsedTime(start).TotalSeconds, _lives - before, _timings.Count);
        await stop.CancelAsync();
        await work;
        return new RoundResult(name, lives / seconds, requests / seconds, _stale, _refused, _timings);
    }

    private async Task Live(int client, CancellationToken stop)
    {
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            try
            {
                await LiveOne($"{name}-{client}-{number}");
                Interlocked.Increment(ref _lives);
            }
            catch (CityAnswerException refusal) when (refusal.Status == System.Net.HttpStatusCode.ServiceUnavailable)
            {
                Interlocked.Increment(ref _refused);
                await Task.Delay(1000, CancellationToken.None);
            }
            catch (HttpRequestException lost)
            {
                throw new InvalidOperationException($"The server is gone: {lost.Message}\n{city.Log}", lost);
            }
        }
    }

    private async Task LiveOne(string once)
    {
        var word = "L" + once.Replace("-", "x", StringComparison.Ordinal);
        var matter = await _timings.Time("create", () => staff.Desk.Create(once, "measure", $"整治消防通道 {word}", "打通堵塞的消防通道，设置警示标识"));
        await CheckRead(matter);
        foreach (var step in LifeStep.Measure)
        {
            matter = await _timings.Time(step.Act, () => step.Do(staff, matter.Id, $"{once}-{step.Act}"));
            await CheckRead(matter);
        }

        var page = await _timings.Time("search", () => staff.Desk.Search(word));
        Check(page.Matters.Any(found => found.Id == matter.Id && found.State == matter.State));
    }

    private async Task CheckRead(MatterView acknowledged)
    {
        var read = await _timings.Time("read", () => staff.Desk.Get(acknowledged.Id));
        Check(read.State == acknowledged.State && read.Version >= acknowledged.Version);
    }

    private void Check(bool fresh)
    {
        if (!fresh)
        {
            Interlocked.Increment(ref _stale);
        }
    }
}
