using CityLoom.City.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.City.Calendar;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-02-16", false)] // Spring Festival, a Monday
    [InlineData("2026-02-14", true)]  // a Saturday worked for it
    [InlineData("2026-02-15", false)] // a plain Sunday
    [InlineData("2026-02-24", true)]  // a plain Tuesday
    [InlineData("2031-01-01", true)]  // no notice yet: a plain Wednesday
    public void A_notice_overrides_the_plain_week(string date, bool working) =>
        Assert.Equal(working, Wuhan.Calendar.IsWorking(DateOnly.Parse(date)));

    [Fact]
    public void The_demo_calendar_knows_its_years()
    {
        Assert.Equal(new DateOnly(2018, 1, 1), Wuhan.Calendar.ValidFrom);
        Assert.Equal(new DateOnly(2026, 12, 31), Wuhan.Calendar.ValidUntil);
        Assert.True(Wuhan.Calendar.Covers(new(2018, 1, 1), new(2026, 12, 31)));
        Assert.False(Wuhan.Calendar.Covers(new(2026, 12, 31), new(2027, 1, 1)));
        Assert.Equal(223, Wuhan.Calendar.Exceptions.Count());
    }

    [Fact]
    public void A_day_moved_in_December_does_not_cover_its_year()
    {
        var notice2019 = new WorkingCalendar([new(new(2018, 12, 29), true, ""), new(new(2019, 1, 1), false, "")]);
        Assert.Equal(new DateOnly(2019, 1, 1), notice2019.ValidFrom);
        Assert.True(notice2019.IsWorking(new DateOnly(2018, 12, 29)));
    }

    [Fact]
    public void A_year_without_a_notice_between_two_covered_ones_is_a_gap()
    {
        var calendar = new WorkingCalendar([new(new(2024, 5, 1), false, ""), new(new(2026, 5, 1), false, "")]);
        Assert.False(calendar.Covers(new(2024, 6, 1), new(2026, 6, 1)));
        Assert.True(calendar.Covers(new(2026, 6, 1), new(2026, 6, 2)));
    }

    [Fact]
    public void A_later_notice_amends_an_earlier_one()
    {
        var amended = Wuhan.Calendar.With([new(new(2026, 2, 24), false, "extended"), new(new(2027, 1, 1), false, "")]);
        Assert.False(amended.IsWorking(new DateOnly(2026, 2, 24)));
        Assert.Equal(new DateOnly(2027, 12, 31), amended.ValidUntil);
        Assert.True(Wuhan.Calendar.IsWorking(new DateOnly(2026, 2, 24)));
    }

    [Fact]
    public void Without_any_notice_nothing_is_covered()
    {
        Assert.Null(WorkingCalendar.PlainWeeks.ValidUntil);
        Assert.False(WorkingCalendar.PlainWeeks.Covers(new(2026, 1, 1), new(2026, 1, 1)));
        Assert.Equal(5, WorkingCalendar.PlainWeeks.CountWorkingDays(new(2026, 2, 16), new(2026, 2, 23)));
    }

    [Fact]
    public void Counting_agrees_with_looking_at_every_day()
    {
        var first = new DateOnly(2016, 1, 1);
        var days = Gen.Choose(0, 365 * 14).Two().ToArbitrary();
        Prop.ForAll(days, pair =>
        {
            var (from, to) = (first.AddDays(Math.Min(pair.Item1, pair.Item2)), first.AddDays(Math.Max(pair.Item1, pair.Item2)));
            var seen = Enumerable.Range(0, to.DayNumber - from.DayNumber).Count(n => Wuhan.Calendar.IsWorking(from.AddDays(n)));
            return seen == Wuhan.Calendar.CountWorkingDays(from, to);
        }).QuickCheckThrowOnFailure();
    }
}
