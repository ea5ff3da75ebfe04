using System.Collections.Concurrent;
using System.Diagnostics;

namespace CityLoom.Load;

/// <summary>How long each kind of request took, in milliseconds, from many clients at once.</summary>
internal sealed class Timings
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _taken = new();

    /// <summary>How many requests were timed.</summary>
    public int Count => _taken.Values.Sum(bag => bag.Count);

    /// <summary>Sends one request and notes how long its answer took.</summary>
    public async Task<T> Time<T>(string step, Func<Task<T>> send)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await send();
        _taken.GetOrAdd(step, _ => []).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return answer;
    }

    /// <summary>Writes a table: one line per step, in the order given.</summary>
    public void Print(TextWriter to, IEnumerable<string> steps)
    {
        to.WriteLine($"  {"step",-10}{"count",10}{"p50 ms",10}{"p95 ms",10}{"p99 ms",10}{"max ms",10}");
        foreach (var step in steps.Where(_taken.ContainsKey))
        {
            var sorted = _taken[step].Order().ToArray();
            to.WriteLine($"  {step,-10}{sorted.Length,10}{At(sorted, 0.50),10:F1}{At(sorted, 0.95),10:F1}{At(sorted, 0.99),10:F1}{sorted[^1],10:F1}");
        }
    }

    /// <summary>The smallest value that at least this share of all values does not exceed (nearest rank).</summary>
    private static double At(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
