using CityLoom.City.Indicators;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.City.Indicators;

public sealed class TargetPathTests
{
    private static readonly Target Homes = new()
    {
        Accumulation = Accumulation.Flow,
        Value = 120,
        Start = new(2026, 1, 1),
        Due = new(2026, 12, 31),
    };

    [Theory]
    [InlineData("2025-12-31", 0)]
    [InlineData("2026-01-31", 10)]
    [InlineData("2026-02-28", 20)]
    [InlineData("2026-06-30", 60)] // half a year is half the way, whatever its days
    [InlineData("2026-12-31", 120)]
    [InlineData("2027-05-01", 120)]
    public void An_even_path_asks_the_same_of_each_month(string day, int expected) =>
        Assert.Equal(expected, Homes.ExpectedAt(DateOnly.Parse(day)), 10);

    [Fact]
    public void Weights_by_month_follow_the_season()
    {
        var target = Homes with { Path = TargetPath.ByMonth(0, 0, 1, 1, 2, 2, 2, 1, 1, 1, 1, 0) };
        Assert.Equal(0, target.ExpectedAt(new(2026, 2, 28)));
        Assert.Equal(20, target.ExpectedIn(Period.Of(new(2026, 6, 1), Rhythm.Month)), 10);
        Assert.Equal(120, target.ExpectedAt(new(2026, 11, 30)), 10);
    }

    [Fact]
    public void Weights_by_quarter_are_spread_over_their_months()
    {
        var target = Homes with { Path = TargetPath.ByQuarter(1, 2, 2, 1) };
        Assert.Equal(20, target.ExpectedAt(new(2026, 3, 31)), 10);
        Assert.Equal(60, target.ExpectedAt(new(2026, 6, 30)), 10);
        Assert.Equal(40m / 3, target.ExpectedIn(Period.Of(new(2026, 4, 1), Rhythm.Month)), 10);
    }

    [Fact]
    public void Waypoints_are_passed_exactly_and_joined_by_straight_lines()
    {
        var target = Homes with { Path = TargetPath.Through(new Waypoint(new(2026, 6, 30), 90), new Waypoint(new(2026, 3, 31), 30)) };
        Assert.Null(target.Fault);
        Assert.Equal(30, target.ExpectedAt(new(2026, 3, 31)));
        Assert.Equal(50, target.ExpectedAt(new(2026, 4, 30)), 10);
        Assert.Equal(90, target.ExpectedAt(new(2026, 6, 30)));
        Assert.Equal(120, target.ExpectedAt(new(2026, 12, 31)));
    }

    [Fact]
    public void A_level_may_fall_on_its_way()
    {
        var dust = new Target
        {
            Accumulation = Accumulation.Level, Direction = Direction.LowerIsBetter, Baseline = 40, Value = 28, Start = new(2026, 1, 1), Due = new(2026, 12, 31),
        };
        Assert.Equal(37, dust.ExpectedAt(new(2026, 3, 31)), 10);
    }

    [Fact]
    public void A_path_that_cannot_be_is_explained()
    {
        Assert.Contains("before the start", (Homes with { Due = new(2025, 1, 1) }).Fault!.Value.En);
        Assert.Contains("turns back", (Homes with { Path = TargetPath.Through(new(new(2026, 3, 31), 30), new(new(2026, 6, 30), 20)) }).Fault!.Value.En);
        Assert.Contains("turns back", (Homes with { Path = TargetPath.Through(new Waypoint(new(2026, 3, 31), 130)) }).Fault!.Value.En);
        Assert.Contains("outside", (Homes with { Path = TargetPath.Through(new Waypoint(new(2027, 3, 31), 30)) }).Fault!.Value.En);
        Assert.Contains("no weight", (Homes with { Due = new(2026, 1, 31), Path = TargetPath.ByMonth(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) }).Fault!.Value.En);
        Assert.Contains("tolerance", (Homes with { Tolerance = 1 }).Fault!.Value.En);
        Assert.Contains("flow", (Homes with { Baseline = 200 }).Fault!.Value.En);
        Assert.Throws<ArgumentException>(() => TargetPath.ByMonth(1, 2));
        Assert.Throws<ArgumentException>(() => TargetPath.ByQuarter(1, 2, 3, -1));
        Assert.Throws<ArgumentException>(() => TargetPath.ByQuarter(0, 0, 0, 0));
    }

    [Fact]
    public void Every_path_is_monotone_from_its_baseline_to_its_value()
    {
        Prop.ForAll(Targets.Any.ToArbitrary(), target =>
        {
            var rising = target.Value >= target.Baseline;
            var days = target.Due.DayNumber - target.Start.DayNumber;
            var last = target.ExpectedAt(target.Start.AddDays(-1));
            for (var day = 0; day <= days; day++)
            {
                var next = target.ExpectedAt(target.Start.AddDays(day));
                if (rising ? next < last : next > last)
                    return false;
                last = next;
            }
            return target.ExpectedAt(target.Start.AddDays(-1)) == target.Baseline && last == target.Value;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_quarter_is_the_sum_of_its_months_and_all_quarters_are_the_whole_way()
    {
        Prop.ForAll(Targets.Any.ToArbitrary(), target =>
        {
            var quarters = Period.Between(target.Start, target.Due, Rhythm.Quarter).ToList();
            var months = quarters.Select(q => Period.Between(q.First, q.Last, Rhythm.Month).Sum(target.ExpectedIn));
            return quarters.Zip(months).All(p => Math.Abs(target.ExpectedIn(p.First) - p.Second) < 1e-15m)
                && Math.Abs(quarters.Sum(target.ExpectedIn) - (target.Value - target.Baseline)) < 1e-15m;
        }).QuickCheckThrowOnFailure();
    }
}
