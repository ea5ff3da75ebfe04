using CityLoom.City.Indicators;

namespace CityLoom.Tests.City.Indicators;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-02", "2026-02-01", "2026-02-28", "2026年2月", "Feb 2026")]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31", "2026年一季度", "Q1 2026")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31", "2026年四季度", "Q4 2026")]
    [InlineData("2026", "2026-01-01", "2026-12-31", "2026年", "2026")]
    public void A_period_is_read_written_and_said(string text, string first, string last, string zh, string en)
    {
        Assert.True(Period.TryParse(text, out var period));
        Assert.Equal(DateOnly.Parse(first), period.First);
        Assert.Equal(DateOnly.Parse(last), period.Last);
        Assert.Equal(text, period.ToString());
        Assert.Equal((zh, en), (period.Words.Zh, period.Words.En));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-Q5")]
    [InlineData("2026-2")]
    [InlineData("26-02")]
    public void What_is_no_period_is_not_read(string text) => Assert.False(Period.TryParse(text, out _));

    [Fact]
    public void A_day_lies_in_its_month_quarter_and_year()
    {
        var day = new DateOnly(2026, 8, 15);
        Assert.Equal(["2026-08", "2026-Q3", "2026"], new[] { Rhythm.Month, Rhythm.Quarter, Rhythm.Year }.Select(r => Period.Of(day, r).ToString()));
        Assert.Equal("2026-Q4", Period.Of(day, Rhythm.Quarter).Next.ToString());
    }
}
