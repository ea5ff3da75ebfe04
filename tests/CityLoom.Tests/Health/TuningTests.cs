using CityLoom.Detection.Fusion;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Tuning;

namespace CityLoom.Tests.Health;

/// <summary>What a setting would have raised, reckoned by replaying the sweep.</summary>
public sealed class TuningTests
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly Until = new(2026, 3, 1);
    private static readonly DateOnly Rise = new(2026, 2, 10);

    private static PastSignals Past(params (string Source, Func<DateOnly, double> PValue)[] sources) => new(
        "ili", From, Until, [.. sources.Select(s => (IReadOnlyList<StreamSignal>)[.. Days.Select(d => new StreamSignal("ili", s.Source, "420105", d, s.PValue(d)))])], 0);

    private static IEnumerable<DateOnly> Days => Enumerable.Range(0, Until.DayNumber - From.DayNumber + 1).Select(i => From.AddDays(i));

    private static double RisesOn(DateOnly day, DateOnly start, double p) => day >= start && day < start.AddDays(5) ? p : 0.5;

    [Fact]
    public void Quiet_signals_raise_nothing() =>
        Assert.Empty(ReplaySettings.Run(Past(("clinic", _ => 0.5), ("lab", _ => 0.4)), new SweepSettings(), Neighbours.None, 0).Warnings);

    [Fact]
    public void One_rise_is_one_warning_with_its_day_and_its_length()
    {
        var replayed = ReplaySettings.Run(Past(("clinic", d => RisesOn(d, Rise, 1e-4))), new SweepSettings(), Neighbours.None, 0);

        var warning = Assert.Single(replayed.Warnings);
        Assert.Equal(("420105", Rise, WarningLevel.Yellow), (warning.Territory, warning.Opened, warning.Level));
        Assert.Equal(7.0 / 60, replayed.PerWeek, 6);
    }

    [Fact]
    public void A_stricter_rate_raises_no_more_than_a_looser_one()
    {
        var random = new Random(5);
        var p = Days.ToDictionary(d => d, _ => Math.Pow(random.NextDouble(), 3));
        var counts = new[] { 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 0.3 }
            .Select(rate => ReplaySettings.Run(Past(("clinic", d => p[d])), new SweepSettings { Rate = rate, Rules = [], QuietDays = 1 }, Neighbours.None, 3).Warnings.Sum(w => w.LastSeen.DayNumber - w.Opened.DayNumber + 1)).ToList();

        Assert.Equal(counts.Order(), counts);
        Assert.True(counts[0] < counts[^1]);
    }

    [Fact]
    public void Fusion_is_told_as_days_gained_on_the_first_single_source()
    {
        // Each source alone is remarkable only three days later; together, by Stouffer's sum, they are at once.
        static double Slow(DateOnly d) => d >= Rise.AddDays(3) ? RisesOn(d, Rise, 1e-5) : RisesOn(d, Rise, 0.03);
        var settings = new SweepSettings { How = Combination.Stouffer, Correlation = 0, Rules = [] };

        var compared = CompareSettings.Run(Past(("clinic", Slow), ("school", Slow), ("pharmacy", Slow), ("hotline", Slow)), settings, settings with { How = Combination.Cauchy }, Neighbours.None, 0);

        var warning = Assert.Single(compared.Warnings);
        Assert.Equal((Rise, 3, 3), (warning.Warning.Opened, warning.GainedOnSources, warning.GainedOnPresent));
        Assert.Equal(3, compared.MedianGain);
        Assert.All(compared.Sources.Values, s => Assert.Single(s.Warnings));
        Assert.Equal(4, compared.Sources.Count);
    }

    [Fact]
    public void What_no_single_source_sees_is_told_as_such()
    {
        var settings = new SweepSettings { How = Combination.Stouffer, Correlation = 0, Rules = [] };
        var compared = CompareSettings.Run(Past(("clinic", d => RisesOn(d, Rise, 0.04)), ("school", d => RisesOn(d, Rise, 0.04)), ("lab", d => RisesOn(d, Rise, 0.04))), settings, settings, Neighbours.None, 0);

        Assert.Null(Assert.Single(compared.Warnings).Source);
        Assert.Null(compared.MedianGain);
    }

    [Theory]
    [InlineData(0, 0.3)]
    [InlineData(0.02, 1.5)]
    [InlineData(0.5, 0.3)]
    public void Settings_that_cannot_be_are_refused(double rate, double neighbours) => Assert.NotNull(new SweepSettings { Rate = rate, NeighbourWeight = neighbours }.Fault());

    [Fact]
    public void Levels_are_stricter_the_graver()
    {
        var rates = new SweepSettings().Fusion(0).Rates;

        Assert.Equal(rates.OrderBy(r => r.Key).Select(r => r.Value), rates.Values.Order());
        Assert.Null(new SweepSettings().Fault());
    }
}
