using CityLoom.Requests.Foresight;

namespace CityLoom.Tests.Requests.Foresight;

public sealed class SeasonalBaselineTests
{
    [Fact]
    public void A_level_that_never_changes_goes_on()
    {
        var week = SeasonalBaseline.Expect([.. Enumerable.Repeat(20, 130)])!;

        Assert.Equal(20, week.Expected, 1e-9);
        Assert.Equal(1, week.Season, 1e-9);
        Assert.InRange(20, week.Low, week.High);
    }

    [Fact]
    public void The_season_of_earlier_years_is_expected_again()
    {
        // Ten requests a week, forty in weeks 20 to 25 of every year; history ends before week 22 of the fourth year.
        int[] weeks = [.. Enumerable.Range(0, (3 * 52) + 15).Select(w => w % 52 is >= 20 and <= 25 ? 40 : 10)];

        Assert.InRange(SeasonalBaseline.Expect(weeks, ahead: 8)!.Expected, 25, 40);
        Assert.InRange(SeasonalBaseline.Expect(weeks, ahead: 1)!.Expected, 8, 13);
    }

    [Fact]
    public void Too_short_a_history_foretells_nothing() => Assert.Null(SeasonalBaseline.Expect([1, 2, 3, 4, 5, 6, 7]));

    [Fact]
    public void A_category_that_was_never_asked_for_is_not_expected()
    {
        var week = SeasonalBaseline.Expect([.. Enumerable.Repeat(0, 120)])!;

        Assert.Equal(0, week.Expected, 1e-9);
        Assert.Equal(0, week.Low, 1e-9);
    }

    [Fact]
    public void Restless_weeks_widen_the_interval()
    {
        var calm = SeasonalBaseline.Expect([.. Enumerable.Repeat(20, 20)])!;
        var restless = SeasonalBaseline.Expect([.. Enumerable.Range(0, 20).Select(w => w % 2 == 0 ? 5 : 35)])!;

        Assert.Equal(calm.Expected, restless.Expected, 1e-9);
        Assert.True(restless.High - restless.Low > calm.High - calm.Low);
    }
}
