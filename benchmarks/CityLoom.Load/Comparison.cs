using System.Diagnostics;

namespace CityLoom.Load;

/// <summary>What both servers are asked to do.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Goal">The ratio that is wanted.</param>
/// <param name="Ours">One of it at the product, with a key that is used once.</param>
/// <param name="Theirs">One of it at the bare server.</param>
internal sealed record Job(string Name, double Goal, Func<string, Task> Ours, Func<string, Task> Theirs);

/// <summary>A server under load.</summary>
/// <param name="ProcessorTime">The processor time that its process has used.</param>
internal sealed record Server(Func<TimeSpan> ProcessorTime);

/// <summary>One job at both servers by turns: how many a second, and what each costs the server in processor time.</summary>
internal sealed class Comparison(Job job, int clients, TimeSpan time, TimeSpan warm, Server product, Server bare)
{
    private readonly List<(double Rate, double Cost)> _ours = [];
    private readonly List<(double Rate, double Cost)> _theirs = [];

    /// <summary>Runs so many rounds of each and prints the line; none only makes what later jobs read.</summary>
    public async Task Run(int rounds)
    {
        await Measure(bare, job.Theirs, warm, "warm");
        await Measure(product, job.Ours, warm, "warm");
        for (var round = 0; round < rounds; round++)
        {
            _theirs.Add(await Measure(bare, job.Theirs, time, $"{job.Name}-{round}"));
            _ours.Add(await Measure(product, job.Ours, time, $"{job.Name}-{round}"));
        }

        if (rounds > 0)
        {
            Print();
        }
    }

    private void Print()
    {
        var ratios = _ours.Zip(_theirs, (o, t) => o.Rate / t.Rate).Order().ToArray();
        Console.WriteLine(
            $"{job.Name}: {_ours.Average(o => o.Rate):F0}/s, bare {_theirs.Average(t => t.Rate):F0}/s, ratio {ratios[ratios.Length / 2]:F2} ({ratios[0]:F2}–{ratios[^1]:F2}), goal {job.Goal:F1}; "
            + $"of the server's processor {_ours.Average(o => o.Cost):F0} µs each, bare {_theirs.Average(t => t.Cost):F0} µs");
    }

    private async Task<(double Rate, double Cost)> Measure(Server server, Func<string, Task> work, TimeSpan span, string tag)
    {
        var (done, start, used) = (0, Stopwatch.GetTimestamp(), server.ProcessorTime());
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
        {
            for (var i = 0; Stopwatch.GetElapsedTime(start) < span; i++)
            {
                await work($"{tag}-{start}-{client}-{i}");
                Interlocked.Increment(ref done);
            }
        }));
        return (done / Stopwatch.GetElapsedTime(start).TotalSeconds, (server.ProcessorTime() - used).TotalMicroseconds / done);
    }
}
