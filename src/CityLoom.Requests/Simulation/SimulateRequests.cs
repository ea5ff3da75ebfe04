namespace CityLoom.Requests.Simulation;

/// <summary>
/// Makes up requests in the shape of a hotline's: hours and days of the week as residents call, some places far busier than
/// others, some matters said again by neighbours within days. The same shape and seed give the same requests.
/// </summary>
public static class SimulateRequests
{
    /// <summary>Share of requests that say again what a neighbour has said within <see cref="EchoMemory"/> requests.</summary>
    private const double Echoes = 0.12;
    private const int EchoMemory = 500;

    /// <summary>Calls of each hour against the day's mean: few at night, most in the middle of the morning and the afternoon.</summary>
    private static readonly double[] Hours =
        [0.22, 0.14, 0.10, 0.09, 0.10, 0.17, 0.42, 0.86, 1.50, 1.96, 1.94, 1.62, 1.12, 1.20, 1.66, 1.78, 1.68, 1.44, 1.14, 1.08, 1.10, 1.02, 0.80, 0.46];

    /// <summary>Calls of each day of the week against the week's mean, Sunday first.</summary>
    private static readonly double[] Weekdays = [0.82, 1.14, 1.08, 1.06, 1.04, 1.02, 0.84];

    /// <summary>The requests in the order in which they come.</summary>
    public static IEnumerable<SimulatedRequest> Run(RequestShape shape, int seed)
    {
        var random = new Random(seed);
        var busy = Cumulated(shape.Places.Select((_, rank) => 1 / (rank + 2.7)));
        var recent = new Queue<SimulatedRequest>();
        var id = 0L;
        for (var day = shape.From; day < shape.From.AddDays(shape.Days); day = day.AddDays(1))
        {
            foreach (var time in Times(day, shape.Daily * Weekdays[(int)day.DayOfWeek], random))
            {
                var fresh = recent.Count == 0 || random.NextDouble() >= Echoes;
                var request = fresh ? Fresh(shape, busy, ++id, time, random) : recent.ElementAt(random.Next(recent.Count)) with { Id = ++id, Time = time };
                recent.Enqueue(request);
                if (recent.Count > EchoMemory)
                {
                    recent.Dequeue();
                }

                yield return request;
            }
        }
    }

    private static SimulatedRequest Fresh(RequestShape shape, double[] busy, long id, DateTime time, Random random)
    {
        var sample = shape.Samples[random.Next(shape.Samples.Count)];
        return new(id, time, shape.Places[Pick(busy, random)], sample.Label, sample.Words);
    }

    private static IEnumerable<DateTime> Times(DateOnly day, double expected, Random random)
    {
        var hours = Cumulated(Hours);
        var count = Poisson(expected, random);
        return Enumerable.Range(0, count)
            .Select(_ => day.ToDateTime(new TimeOnly(Pick(hours, random), 0)).AddSeconds(random.Next(3600)))
            .Order();
    }

    /// <summary>A Poisson number; of a large mean, by its normal approximation.</summary>
    private static int Poisson(double mean, Random random)
    {
        if (mean > 200)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            return (int)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * normal)));
        }

        var (count, left) = (0, random.NextDouble());
        for (var limit = Math.Exp(-mean); left > limit; count++)
        {
            left *= random.NextDouble();
        }

        return count;
    }

    private static double[] Cumulated(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(w => sum += w)];
    }

    private static int Pick(double[] cumulated, Random random)
    {
        var at = Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]);
        return Math.Min(at < 0 ? ~at : at, cumulated.Length - 1);
    }
}
