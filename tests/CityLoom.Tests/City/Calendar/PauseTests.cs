using static CityLoom.Tests.City.Calendar.Wuhan;

namespace CityLoom.Tests.City.Calendar;

public sealed class PauseTests
{
    [Fact]
    public void A_pause_moves_minutes_by_the_working_time_it_holds() =>
        Assert.Equal("2024-02-05 14:30", Written(Minutes("2024-02-05 09:00", 180, Pause("2024-02-05 10:00", "2024-02-05 11:00"))));

    [Fact]
    public void A_pause_at_night_moves_nothing() =>
        Assert.Equal("2024-02-06 10:00", Written(Minutes("2024-02-05 16:30", 120, Pause("2024-02-05 17:30", "2024-02-06 09:00"))));

    [Fact]
    public void Overlapping_touching_unsorted_and_empty_pauses_count_once()
    {
        var clock = Minutes("2024-02-05 09:00", 60,
            Pause("2024-02-05 11:00", "2024-02-05 12:00"), Pause("2024-02-05 09:30", "2024-02-05 10:30"),
            Pause("2024-02-05 10:00", "2024-02-05 11:00"), Pause("2024-02-05 09:10", "2024-02-05 09:10"));
        Assert.Equal("2024-02-05 14:00", Written(clock));
    }

    [Fact]
    public void Only_the_part_of_a_pause_after_acceptance_counts() =>
        Assert.Equal("2024-02-05 11:30", Written(Minutes("2024-02-05 10:00", 30, Pause("2024-02-01 09:00", "2024-02-05 11:00"))));

    [Fact]
    public void A_pause_that_begins_where_the_minutes_end_comes_too_late() =>
        Assert.Equal("2024-02-05 10:00", Written(Minutes("2024-02-05 09:00", 60, Pause("2024-02-05 10:00", "2024-02-06 10:00"))));

    [Fact]
    public void A_pause_that_ends_after_the_old_due_carries_the_rest_on() =>
        Assert.Equal("2024-02-07 09:30", Written(Minutes("2024-02-05 09:00", 60, Pause("2024-02-05 09:30", "2024-02-07 09:00"))));

    [Fact]
    public void Two_pauses_far_apart_both_move_the_due() =>
        Assert.Equal("2024-02-05 16:00", Written(Minutes("2024-02-05 09:00", 240,
            Pause("2024-02-05 10:00", "2024-02-05 11:00"), Pause("2024-02-05 14:00", "2024-02-05 14:30"))));

    [Theory]
    [InlineData("2024-02-07 00:00", "2024-02-08 00:00", "2024-02-09")] // one whole day
    [InlineData("2024-02-06 15:00", "2024-02-08 10:00", "2024-02-18")] // 43 hours: the 9th whole, and 19 hours of the next working day
    [InlineData("2024-02-07 09:00", "2024-02-07 17:30", "2024-02-09")] // 8½ hours of the 9th
    [InlineData("2024-02-07 09:00", "2024-02-07 09:01", "2024-02-09")] // even a minute is given back
    [InlineData("2024-02-05 09:00", "2024-02-06 12:00", "2024-02-09")] // only the half day after the day of acceptance
    [InlineData("2024-02-05 00:00", "2024-02-06 00:00", "2024-02-08")] // the day of acceptance was not counted anyway
    [InlineData("2024-02-09 00:00", "2024-02-18 00:00", "2024-02-08")] // after the due
    public void A_pause_moves_days_by_the_hours_of_working_days_it_holds(string from, string to, string due) =>
        Assert.Equal(due, Written(Days("2024-02-05 10:00", 3, Pause(from, to))));

    [Fact]
    public void Parts_of_days_add_up()
    {
        var clock = Days("2024-02-05 10:00", 3, Pause("2024-02-06 12:00", "2024-02-07 00:00"), Pause("2024-02-08 06:00", "2024-02-08 18:00"));
        Assert.Equal("2024-02-09", Written(clock)); // two halves: one day, ending exactly at 24:00
        Assert.Equal(At("2024-02-10 00:00"), clock.Due);
    }

    [Fact]
    public void Touching_pauses_are_one() =>
        Assert.Equal(At("2024-02-18 20:00"), Days("2024-02-05 10:00", 3,
            Pause("2024-02-06 12:00", "2024-02-07 09:00"), Pause("2024-02-07 09:00", "2024-02-08 08:00")).Due);

    [Fact]
    public void A_clock_of_days_that_was_paused_ends_within_its_due_day()
    {
        var clock = Days("2024-02-05 10:00", 3, Pause("2024-02-07 09:00", "2024-02-07 17:30"));
        Assert.Equal(At("2024-02-09 08:30"), clock.Due);
        Assert.Equal(1, clock.ShareAt(At("2024-02-09 08:30")));
    }

    [Fact]
    public void A_holiday_inside_a_pause_is_not_left_out_twice() =>
        Assert.Equal("2024-02-19", Written(Days("2024-02-08 10:00", 3, Pause("2024-02-10 00:00", "2024-02-18 00:00"))));

    [Fact]
    public void A_pause_without_an_end_suspends_the_clock()
    {
        var clock = Days("2024-02-05 10:00", 3, Pause("2024-02-07 10:00", null));
        Assert.True(clock.IsSuspended);
        Assert.Null(clock.Due);
        Assert.Null(clock.InstantOf(0.8));
        Assert.Equal("时钟暂停，还剩 1 个工作日 14 小时", clock.FaceAt(At("2024-02-20 10:00")).Words.Zh);
        Assert.False(clock.IsProvisional);
    }

    [Fact]
    public void A_pause_without_an_end_that_begins_after_the_due_changes_nothing() =>
        Assert.Equal("2024-02-08", Written(Days("2024-02-05 10:00", 3, Pause("2024-02-09 00:00", null))));
}
