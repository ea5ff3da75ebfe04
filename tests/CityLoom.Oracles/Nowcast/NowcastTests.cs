using CityLoom.Detection.Nowcast;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Nowcast;

public sealed class NowcastTests
{
    [Fact]
    public void Shares_estimates_and_variances_are_those_of_the_reference()
    {
        var rows = new Columns(Reference.Shared("surveillance-reference", "nowcast", "nowcast.csv"));
        var keys = rows.Of("series").Zip(rows.Days("now"), rows.Integers("D")).ToList();
        var (days, seen) = (rows.Days("event_date"), rows.Integers("reported_so_far"));
        var (share, estimate, variance, own) = (rows.Numbers("delay_cdf"), rows.Numbers("nowcast"), rows.Numbers("var_paper"), rows.Numbers("var_binomial_only"));
        foreach (var (series, now, delay) in keys.Distinct())
        {
            var ours = LawlessNowcast.Run(LineList(series), now, new(delay));
            var theirs = Enumerable.Range(0, rows.Count).Where(row => keys[row] == (series, now, delay)).ToList();

            Assert.Equal(theirs.Select(row => (days[row], seen[row])), ours.Select(day => (day.Day, day.Reported)));
            foreach (var (row, day) in theirs.Zip(ours))
            {
                var what = $"{series} {now} {day.Day}";
                Near.Equal(share[row], day.KnownShare, 1e-9, $"{what} share");
                Near.Equal(estimate[row], day.Estimate, 1e-9, $"{what} estimate");
                Near.Equal(variance[row], day.Variance, 1e-9, $"{what} variance");
                Near.Equal(own[row], day.OwnVariance, 1e-9, $"{what} own variance");
            }
        }
    }

    [Fact]
    public void Delays_worked_by_hand()
    {
        var monday = new DateOnly(2026, 3, 2);
        ReportedEvent[] events = [.. Of(monday, 0, 6), .. Of(monday, 1, 2), .. Of(monday.AddDays(1), 0, 3), .. Of(monday.AddDays(1), 1, 1), .. Of(monday.AddDays(2), 0, 9)];

        var days = LawlessNowcast.Run(events, monday.AddDays(2), new(1));

        // g(1) = 3 late ones among the 12 of the two days that could show one; so 3/4 are known on the day itself.
        Assert.Equal([1, 0.75], days.Select(day => day.KnownShare));
        Assert.Equal([4, 12], days.Select(day => day.Estimate));
        Assert.Equal(9 * 0.25 / 0.5625, days[1].OwnVariance, 12);
        Assert.Equal((90 / 0.5625 * (0.25 / (12 * 0.75))) + 4, days[1].Variance, 12);
        Assert.True(days[0].IsComplete);
    }

    [Fact]
    public void Counts_by_delay_say_what_single_events_say() => Prop.ForAll(
        Gen.Choose(0, 30).Zip(Gen.Choose(0, 8)).ArrayOf().Where(pairs => pairs.Length > 0).ToArbitrary(),
        pairs =>
        {
            var (first, now) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 28));
            var events = pairs.Select(p => new ReportedEvent(first.AddDays(p.Item1), first.AddDays(p.Item1 + p.Item2))).Where(e => e.Report <= now).ToList();
            var delays = DelayDistribution.Estimate([.. pairs.Select(p => new DelayedCount(first.AddDays(p.Item1), p.Item2, 1)).Where(d => d.Event <= now)], now, 6);

            Assert.All(LawlessNowcast.Run(events, now, new(6), first), day => Assert.Equal(day, delays.Nowcast(day.Day, day.Reported, now.DayNumber - day.Day.DayNumber)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_steady_stream_with_a_delay_is_not_read_as_a_fall()
    {
        var first = new DateOnly(2026, 1, 1);
        var events = Enumerable.Range(0, 40).SelectMany(day => Enumerable.Range(0, 20).Select(i => new ReportedEvent(first.AddDays(day), first.AddDays(day + (i % 5))))).ToList();

        var days = LawlessNowcast.Run(events, first.AddDays(39), new(6));

        Assert.Equal(4, days[^1].Reported);
        Assert.All(days, day => Assert.Equal(20, day.Estimate, 9));
    }

    [Fact]
    public void Learning_from_the_last_days_follows_a_change_of_habits()
    {
        var first = new DateOnly(2026, 1, 1);
        var events = Enumerable.Range(0, 60).SelectMany(day => Enumerable.Range(0, 10).Select(i => new ReportedEvent(first.AddDays(day), first.AddDays(day + (day < 30 ? 3 : i % 2))))).ToList();

        var all = LawlessNowcast.Run(events, first.AddDays(59), new(5))[^1];
        var recent = LawlessNowcast.Run(events, first.AddDays(59), new(5) { DelaysFromLastDays = 20 })[^1];

        Assert.Equal(10, recent.Estimate, 9);
        Assert.True(all.Estimate > 15);
    }

    [Fact]
    public void What_is_not_yet_known_changes_nothing()
    {
        var first = new DateOnly(2026, 1, 1);
        var random = new Random(4);
        var events = Enumerable.Range(0, 400).Select(_ => first.AddDays(random.Next(30))).Select(day => new ReportedEvent(day, day.AddDays(random.Next(9)))).ToList();
        var now = first.AddDays(25);

        Assert.Equal(
            LawlessNowcast.Run([.. events.Where(one => one.Report <= now)], now, new(8), first),
            LawlessNowcast.Run(events, now, new(8), first));
    }

    [Fact]
    public void A_report_before_its_event_is_refused_with_its_dates()
    {
        var refused = Assert.Throws<ArgumentException>(() => LawlessNowcast.Run([new(new(2026, 1, 2), new(2026, 1, 1))], new(2026, 1, 3), new(3)));

        Assert.Contains("2026-01-02", refused.Message);
    }

    private static IEnumerable<ReportedEvent> Of(DateOnly day, int delay, int count) => Enumerable.Repeat(new ReportedEvent(day, day.AddDays(delay)), count);

    private static List<ReportedEvent> LineList(string series)
    {
        var list = new Columns(Reference.Shared("surveillance-reference", "nowcast", $"linelist_{series}.csv"));
        return [.. list.Days("event").Zip(list.Days("report"), (day, report) => new ReportedEvent(day, report))];
    }
}
