using CityLoom.City.Indicators;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.City.Indicators;

public sealed class AssessTargetTests
{
    private static readonly Target Homes = new()
    {
        Accumulation = Accumulation.Flow, Value = 120, Start = new(2026, 1, 1), Due = new(2026, 12, 31), Unit = new("套", "homes"),
    };

    private static readonly Target Accidents = Homes with { Direction = Direction.LowerIsBetter, Unit = new("起", "accidents") };

    private static readonly Target Beds = new()
    {
        Accumulation = Accumulation.Level, Rhythm = Rhythm.Quarter, Baseline = 6, Value = 8, Start = new(2026, 1, 1), Due = new(2026, 12, 31),
    };

    [Theory]
    [InlineData("10 10 10 10 10 10", TargetStatus.OnTrack)]
    [InlineData("10 10 10 10 10 7", TargetStatus.OnTrack)]  // 57 of 60: just inside 5 %
    [InlineData("10 10 10 10 10 6", TargetStatus.Behind)]
    [InlineData("10 10 10 10 10 14", TargetStatus.Ahead)]
    [InlineData("60 30 30", TargetStatus.Met)]
    [InlineData("", TargetStatus.NoData)]
    public void A_flow_is_summed_and_compared_with_its_path(string months, TargetStatus status) =>
        Assert.Equal(status, Homes.Standing(Monthly(months), new(2026, 6, 30)).Status);

    [Fact]
    public void The_reckoning_is_said_in_both_languages()
    {
        var standing = Homes.Standing([.. Monthly("10 8 10"), new(Month(2), 9, Revision: 1)], new(2026, 3, 31));
        Assert.Equal(
            [
                "on track: actual 29 homes, expected 30, difference -1, tolerance ±1.5",
                "Actual = sum of 3 periods reported from Jan 2026 to Mar 2026; Feb 2026 (revision 1)",
                "Expected = 0 + (120 − 0) × 25 %, the same part each month",
                "To get there in time each period not yet reported has to bring 10.11 on average",
            ],
            standing.Words.Select(w => w.En));
        Assert.Equal("正常：实际 29套，应达 30套，差 -1，容差 ±1.5", standing.Words[0].Zh);
        Assert.Equal("实际 = 2026年1月至2026年3月已报 3 期之和；2026年2月（第 1 次修订）", standing.Words[1].Zh);
    }

    [Fact]
    public void The_highest_revision_of_a_period_speaks_whatever_the_order()
    {
        Observation[] twice = [new(Month(1), 12, Revision: 2), new(Month(1), 5, Revision: 0), new(Month(1), 7, Revision: 1)];
        var standing = Homes.Standing(twice, new(2026, 1, 31));
        Assert.Equal(12, standing.Actual);
        Assert.Equal(2, Assert.Single(standing.Used).Revision);
        Assert.Empty(standing.LeftAside);
    }

    [Fact]
    public void A_missing_month_counts_on_neither_side_and_is_named()
    {
        var standing = Homes.Standing(Monthly("10 10 _ 10"), new(2026, 4, 30));
        Assert.Equal(TargetStatus.OnTrack, standing.Status);
        Assert.Equal((30m, 30m), (standing.Actual, Math.Round(standing.Expected!.Value, 10)));
        Assert.Equal([Month(3)], standing.Missing);
        Assert.Equal(10, standing.RequiredPerPeriod!.Value, 10);
        Assert.Contains(standing.Words, w => w.Zh == "缺报：2026年3月，两边都不计");
    }

    [Fact]
    public void Observations_that_cannot_be_used_are_left_aside_in_sight()
    {
        Observation[] odd = [new(Period.Of(new(2026, 1, 1), Rhythm.Quarter), 30), new(Month(1).Next, 10), new(Period.Of(new(2025, 12, 1), Rhythm.Month), 9)];
        var standing = Homes.Standing([.. odd, new(Month(1), 10)], new(2026, 2, 15));
        Assert.Equal(10, standing.Actual);
        Assert.Equal(odd, standing.LeftAside);
    }

    [Theory]
    [InlineData("2026-12-31", TargetStatus.OnTrack)] // the due day itself is in time
    [InlineData("2027-01-01", TargetStatus.Overdue)]
    public void After_the_due_day_a_target_not_reached_is_overdue(string day, TargetStatus status) => Assert.Equal(
        status, Homes.Standing(Monthly("10 10 10 10 10 10 10 10 10 10 10 9"), DateOnly.Parse(day)).Status);

    [Fact]
    public void Nothing_observed_stays_no_data_even_after_the_due_day()
    {
        var standing = Homes.Standing([], new(2027, 3, 1));
        Assert.Equal(TargetStatus.NoData, standing.Status);
        Assert.Equal(12, standing.Missing.Count);
        Assert.Contains("已过到期日 2026-12-31", standing.Words[0].Zh);
    }

    [Fact]
    public void A_sum_that_should_stay_small_is_met_only_when_every_month_is_in()
    {
        var full = "9 9 9 9 9 9 9 9 9 9 9 9";
        Assert.Equal(TargetStatus.Met, Accidents.Standing(Monthly(full), new(2027, 1, 5)).Status);
        Assert.Equal(TargetStatus.Overdue, Accidents.Standing(Monthly(full.Replace(" 9 9 9 9 9 9 9 9 9 9 9", " _ 9 9 9 9 9 9 9 9 9 9")), new(2027, 1, 5)).Status);
        Assert.Equal(TargetStatus.Ahead, Accidents.Standing(Monthly("9 9 9"), new(2026, 3, 31)).Status);
    }

    [Fact]
    public void A_sum_that_should_stay_small_and_is_spent_is_behind()
    {
        var standing = Accidents.Standing(Monthly("10 10 10 10 10 10 10 10 10 10 21"), new(2026, 11, 30));
        Assert.Equal(TargetStatus.Behind, standing.Status);
        Assert.Null(standing.RequiredPerPeriod);
        Assert.Equal("已突破全程总额", standing.Words[^1].Zh);
    }

    [Theory]
    [InlineData(6.5, TargetStatus.OnTrack)]
    [InlineData(6.4, TargetStatus.Behind)]
    [InlineData(6.6, TargetStatus.Ahead)]
    [InlineData(8.0, TargetStatus.Met)]
    public void A_level_is_judged_by_its_last_quarter(double level, TargetStatus status)
    {
        Observation[] observed = [new(Period.Of(new(2026, 1, 1), Rhythm.Quarter), (decimal)level)];
        var standing = Beds.Standing(observed, new(2026, 7, 10));
        Assert.Equal(status, standing.Status);
        Assert.Equal("2026-Q2", Assert.Single(standing.Missing).ToString());
    }

    [Fact]
    public void A_level_says_how_fast_it_must_move()
    {
        Observation[] observed = [new(Period.Of(new(2026, 1, 1), Rhythm.Quarter), 6.2m)];
        var standing = Beds.Standing(observed, new(2026, 3, 31));
        Assert.Equal(0.2m, standing.RequiredPerPeriod!.Value, 10); // 1.8 in nine months
        Assert.Contains(standing.Words, w => w.Zh == "要按期达到，自2026年一季度起平均每月须变动 +0.2");
    }

    [Fact]
    public void A_level_reached_after_the_due_day_is_met()
    {
        Observation[] late = [new(Period.Of(new(2026, 12, 1), Rhythm.Quarter), 7), new(Period.Of(new(2027, 1, 1), Rhythm.Quarter), 8.1m)];
        Assert.Equal(TargetStatus.Overdue, Beds.Standing(late, new(2027, 2, 1)).Status);
        Assert.Equal(TargetStatus.Met, Beds.Standing(late, new(2027, 4, 1)).Status);
    }

    [Fact]
    public void An_unsound_target_is_not_judged() =>
        Assert.Throws<ArgumentException>(() => (Homes with { Due = new(2025, 1, 1) }).Standing([], new(2026, 1, 1)));

    [Fact]
    public void The_verdict_always_follows_from_the_figures_it_shows()
    {
        var cases = from target in Targets.Any
                    from values in Gen.Choose(0, 120).ArrayOf()
                    from skip in Gen.Choose(1, 5)
                    from days in Gen.Choose(0, 1200)
                    select (target, values, skip, asOf: target.Start.AddDays(days));
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var periods = Period.Between(c.target.Start, c.target.Start.AddMonths(60), Rhythm.Month);
            var observed = periods.Zip(c.values, (p, v) => new Observation(p, v)).Where((_, i) => i % 5 != c.skip);
            return Follows(c.target, c.target.Standing(observed, c.asOf));
        }).QuickCheckThrowOnFailure();
    }

    private static bool Follows(Target target, TargetStanding s)
    {
        if (s.Actual is not { } actual)
            return s is { Status: TargetStatus.NoData, Used.Count: 0 };
        var better = target.Direction == Direction.HigherIsBetter ? actual - s.Expected!.Value : s.Expected!.Value - actual;
        var reached = target.Direction == Direction.HigherIsBetter ? actual >= target.Value : actual <= target.Value;
        var named = s.Words[0].Zh.Contains(Math.Round(actual, 2).ToString("0.##"));
        return named && s.Status switch
        {
            TargetStatus.Met => reached,
            TargetStatus.Overdue => s.AsOf > target.Due,
            TargetStatus.Ahead => s.AsOf <= target.Due && better > s.Tolerance,
            TargetStatus.OnTrack => s.AsOf <= target.Due && Math.Abs(better) <= s.Tolerance,
            TargetStatus.Behind => s.AsOf <= target.Due && (better < -s.Tolerance || !reached),
            _ => false,
        };
    }

    private static Period Month(int month) => Period.Of(new(2026, month, 1), Rhythm.Month);

    /// <summary>January, February, … of 2026; <c>_</c> was not reported.</summary>
    private static IEnumerable<Observation> Monthly(string values) => values.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select((value, i) => (value, Period: Month(i + 1)))
        .Where(v => v.value != "_")
        .Select(v => new Observation(v.Period, decimal.Parse(v.value)));
}
