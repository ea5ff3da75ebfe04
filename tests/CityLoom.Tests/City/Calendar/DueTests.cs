namespace CityLoom.Tests.City.Calendar;

public sealed class DueTests
{
    [Theory]
    [InlineData("2024-02-05 10:00", 3, "2024-02-08")]   // Mon → Thu
    [InlineData("2024-02-05 23:59", 3, "2024-02-08")]   // the hour of acceptance makes no difference
    [InlineData("2024-02-09 17:00", 5, "2024-02-22")]   // Spring Festival 12–16, Sunday 18 worked
    [InlineData("2024-02-10 10:00", 1, "2024-02-18")]   // accepted on a Saturday
    [InlineData("2024-02-05 10:00", 0, "2024-02-05")]   // at once: the day of acceptance
    [InlineData("2026-02-13 10:00", 1, "2026-02-14")]   // a Saturday worked
    [InlineData("2018-12-28 10:00", 2, "2019-01-02")]   // over a turn of years with a moved day
    public void Days_count_from_the_day_after_acceptance(string accepted, int days, string due) =>
        Assert.Equal(due, Wuhan.Written(Wuhan.Days(accepted, days)));

    [Fact]
    public void A_term_of_days_ends_at_24_00_local_time()
    {
        var clock = Wuhan.Days("2024-02-05 10:00", 3);
        Assert.Equal(Wuhan.At("2024-02-09 00:00"), clock.Due);
        Assert.Equal(TimeSpan.Zero, clock.Due!.Value.Offset);
        Assert.Null(clock.DueTime);
    }

    [Theory]
    [InlineData("2024-02-05 09:00", 60, "2024-02-05 10:00")]
    [InlineData("2024-02-05 03:00", 60, "2024-02-05 10:00")]  // before opening
    [InlineData("2024-02-05 12:30", 60, "2024-02-05 14:30")]  // at lunch
    [InlineData("2024-02-05 12:00", 60, "2024-02-05 14:30")]  // at the closing minute
    [InlineData("2024-02-05 11:30", 30, "2024-02-05 12:00")]  // ends at the closing, not at the next opening
    [InlineData("2024-02-05 11:30", 31, "2024-02-05 13:31")]
    [InlineData("2024-02-05 17:00", 30, "2024-02-05 17:30")]
    [InlineData("2024-02-05 09:00", 420, "2024-02-05 17:30")]
    [InlineData("2024-02-05 09:00", 421, "2024-02-06 09:01")]
    [InlineData("2024-02-09 17:00", 60, "2024-02-18 09:30")]  // over the Spring Festival into a worked Sunday
    [InlineData("2024-02-10 11:00", 420, "2024-02-18 17:30")] // a Saturday: starts with the next working day
    [InlineData("2024-02-05 10:00", 0, "2024-02-05 10:00")]   // at once
    [InlineData("2024-02-05 11:59:30", 1, "2024-02-05 13:30")] // the minute in which the clock ends
    public void Minutes_run_in_office_hours_only(string accepted, int minutes, string due) =>
        Assert.Equal(due, Wuhan.Written(Wuhan.Minutes(accepted, minutes)));

    [Fact]
    public void Beyond_the_notices_a_due_is_provisional_and_known_again_with_the_next()
    {
        var clock = Wuhan.Days("2026-12-30 10:00", 3);
        Assert.True(clock.IsProvisional);
        Assert.Equal("2027-01-04", Wuhan.Written(clock));

        var notice = new CityLoom.City.Calendar.CalendarException(new(2027, 1, 1), false, "New Year");
        var again = (Wuhan.Time with { Calendar = Wuhan.Calendar.With([notice]) }).Start(Wuhan.At("2026-12-30 10:00"), clock.Term);
        Assert.False(again.IsProvisional);
        Assert.Equal("2027-01-05", Wuhan.Written(again));
    }

    [Fact]
    public void The_last_covered_day_is_not_provisional() => Assert.False(Wuhan.Days("2026-12-30 10:00", 1).IsProvisional);

    [Fact]
    public void A_clock_that_starts_before_the_first_notice_is_provisional_too() =>
        Assert.True(Wuhan.Days("2017-12-28 10:00", 2).IsProvisional);

    [Fact]
    public void Another_zone_has_other_days()
    {
        var midnightInUtc = new DateTimeOffset(2024, 2, 5, 20, 0, 0, TimeSpan.Zero);
        Assert.Equal("2024-02-07", Wuhan.Written(Wuhan.Time.Start(midnightInUtc, CityLoom.City.Calendar.Term.Days(1))));
        var utc = Wuhan.Time with { Zone = TimeZoneInfo.Utc };
        Assert.Equal("2024-02-06", Wuhan.Written(utc.Start(midnightInUtc, CityLoom.City.Calendar.Term.Days(1))));
    }
}
