using CityLoom.Health.Counts;
using CityLoom.Health.Streams;

namespace CityLoom.Demo;

/// <summary>An outbreak of the demo's invention: the sources see it grow and fade by so much of what is usual there.</summary>
/// <param name="Condition">Of what.</param>
/// <param name="Territory">Where.</param>
/// <param name="Ago">How many days before today it began.</param>
/// <param name="Days">How long it lasts.</param>
/// <param name="Peak">At its height, the excess as a multiple of what is usual.</param>
internal sealed record MadeUpOutbreak(string Condition, string Territory, int Ago, int Days, double Peak)
{
    /// <summary>Which part of the excess a source sees.</summary>
    public IReadOnlyDictionary<string, double> Seen { get; init; } = new Dictionary<string, double>();

    /// <summary>The excess on a day as a multiple of what is usual: a quick rise, a slower fall.</summary>
    public double On(DateOnly day, DateOnly today, string source)
    {
        var t = (day.DayNumber - today.DayNumber + Ago + 1.0) / Days;
        return t is <= 0 or >= 1 ? 0 : Peak * Seen.GetValueOrDefault(source, 1) * (t < 0.4 ? t / 0.4 : (1 - t) / 0.6);
    }
}

/// <summary>Draws the demo's counts: season, day of the week, people who live there, chance, and the outbreaks. Made up, and the same each time beside the day it ends.</summary>
internal sealed class MadeUpCounts(DateOnly today, IReadOnlyDictionary<string, int> residents)
{
    private const int Seed = 20_260_302;
    private const int DailyYears = 2;
    private const int WeeklyYears = 6;

    /// <summary>The outbreaks, the oldest first.</summary>
    public static IReadOnlyList<MadeUpOutbreak> Outbreaks { get; } =
    [
        new("ili", "420111", 415, 24, 1.6),
        new("diarrhoea", "420103", 208, 15, 2.6),
        new("hfmd", "420115", 150, 20, 2.2),
        new("diarrhoea", "420106", 37, 16, 3.4),
        new("hfmd", "420116", 17, 30, 2.4),
        new("hfmd", "420117", 10, 30, 1.8),
        new("ili", "420105", 6, 26, 1.75) { Seen = new Dictionary<string, double> { ["school"] = 0.9, ["pharmacy"] = 0.75, ["hotline"] = 1.05 } },
    ];

    /// <summary>Cases a year in 100,000 residents, dispersion, height and day of the season, and the share of a Sunday.</summary>
    private static readonly Dictionary<string, Shape> Shapes = new()
    {
        ["ili.clinic"] = new(1_450, 1.6, 0.55, 15, 0.75), ["ili.school"] = new(900, 1.8, 0.5, 15, 0.35), ["ili.pharmacy"] = new(2_600, 2.2, 0.4, 15, 1.1),
        ["ili.hotline"] = new(380, 1.3, 0.45, 15, 0.85), ["ili.lab"] = new(210, 1.5, 0.8, 20, 1), ["ili.wastewater"] = new(1_600, 2.5, 0.45, 12, 1),
        ["diarrhoea.clinic"] = new(620, 1.4, 0.4, 205, 0.9), ["diarrhoea.school"] = new(260, 1.3, 0.3, 205, 0.35), ["diarrhoea.pharmacy"] = new(900, 1.8, 0.25, 205, 1.1),
        ["diarrhoea.lab"] = new(120, 1.3, 0.5, 205, 1), ["hfmd.clinic"] = new(420, 1.5, 0.6, 150, 0.9), ["hfmd.school"] = new(240, 1.4, 0.55, 150, 0.25),
        ["dengue.clinic"] = new(6, 1, 0.9, 250, 1), ["dengue.lab"] = new(4, 1, 0.9, 250, 1),
    };

    /// <summary>All counts of a stream.</summary>
    public IEnumerable<NewCount> Of(HealthStream stream)
    {
        var shape = Shapes[stream.Code];
        foreach (var (territory, people) in residents.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            var random = new Random(HashCode(stream.Code + territory));
            var last = CountPeriod.NewestOver(today.AddDays(-1), stream.Rhythm);
            var periods = stream.Rhythm == CountRhythm.Day ? DailyYears * 365 : WeeklyYears * 52;
            var usual = shape.Rate * people / 100_000 / 365 * (int)stream.Rhythm;
            var drift = 0.0;
            for (var period = last - periods + 1; period <= last; period++)
            {
                drift = 0.9 * drift + 0.03 * Normal(random);
                var mean = usual * Factor(stream, territory, period, shape) * Math.Exp(drift);
                yield return new(stream.Code, territory, period, Draw(mean, shape.Dispersion, random));
            }
        }
    }

    /// <summary>Season, weekday and outbreaks, as the mean over the days of the period.</summary>
    private double Factor(HealthStream stream, string territory, int period, Shape shape)
    {
        var (first, sum) = (CountPeriod.First(period, stream.Rhythm), 0.0);
        for (var i = 0; i < (int)stream.Rhythm; i++)
        {
            var day = first.AddDays(i);
            var season = 1 + shape.Season * Math.Cos(2 * Math.PI * (day.DayOfYear - shape.PeakDay) / 365.25);
            var weekday = day.DayOfWeek switch { DayOfWeek.Sunday => shape.Sunday, DayOfWeek.Saturday => (1 + shape.Sunday) / 2, DayOfWeek.Monday => 1.12, _ => 1 };
            var excess = Outbreaks.Where(o => o.Condition == stream.Condition && o.Territory == territory).Sum(o => o.On(day, today, stream.Source));
            sum += season * weekday * (1 + excess);
        }

        return sum / (int)stream.Rhythm;
    }

    /// <summary>A count with this mean and dispersion: Poisson whose mean varies as a gamma, both by their normal shapes where they are large.</summary>
    private static int Draw(double mean, double dispersion, Random random)
    {
        var deviation = Math.Sqrt(mean * dispersion);
        return mean > 12 ? Math.Max(0, (int)Math.Round(mean + deviation * (Normal(random) + 0.12 * (Math.Pow(Normal(random), 2) - 1)))) : Poisson(mean, random);
    }

    private static int Poisson(double mean, Random random)
    {
        var (limit, product, n) = (Math.Exp(-mean), random.NextDouble(), 0);
        for (; product > limit; n++)
        {
            product *= random.NextDouble();
        }

        return n;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>The same on every machine and in every run, unlike that of the framework.</summary>
    private static int HashCode(string text) => text.Aggregate(Seed, (hash, c) => unchecked(hash * 31 + c));

    private sealed record Shape(double Rate, double Dispersion, double Season, int PeakDay, double Sunday);
}
