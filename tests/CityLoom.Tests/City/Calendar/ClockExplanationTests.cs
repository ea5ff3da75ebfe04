using static CityLoom.Tests.City.Calendar.Wuhan;

namespace CityLoom.Tests.City.Calendar;

public sealed class ClockExplanationTests
{
    [Fact]
    public void A_clock_over_the_Spring_Festival_tells_every_step()
    {
        var steps = Days("2024-02-08 17:00", 4, Pause("2024-02-19 10:00", "2024-02-21 09:00")).Explain();
        Assert.Equal(
            [
                "2024年2月8日 (周四) 17:00 受理，受理当日不计",
                "期限 4 个工作日，每日按 24 小时走，无暂停时至第 4 个工作日 24:00 止",
                "2024年2月9日 (周五) 计 1 个工作日",
                "2024年2月18日 (周日) 计 1 个工作日",
                "2024年2月19日 (周一) 走 10 小时",
                "2024年2月21日 (周三) 走 15 小时",
                "2024年2月22日 (周四) 走 23 小时",
                "周末 3 天不计",
                "2024年2月12日 (周一)至2024年2月16日 (周五) 放假，5 天不计",
                "调休上班，计入：2024年2月18日 (周日)",
                "2024年2月19日 (周一) 10:00 至 2024年2月21日 (周三) 09:00 暂停，时钟停走 1 个工作日 23 小时，如数顺延",
                "2024年2月22日 (周四) 23:00 到期",
            ],
            steps.Select(s => s.Zh));
        Assert.Equal("Due Thu 22 Feb 2024 23:00", steps[^1].En);
    }

    [Fact]
    public void A_clock_of_minutes_tells_how_long_it_ran_each_day()
    {
        var steps = Minutes("2024-02-09 17:00", 60, Pause("2024-02-18 09:00", "2024-02-18 10:00")).Explain().Select(s => s.En);
        Assert.Equal(
            [
                "Accepted Fri 9 Feb 2024 17:00",
                "Term of 60 working minutes, running only on working days 09:00-12:00,13:30-17:30",
                "Fri 9 Feb 2024: 30 minutes ran",
                "Sun 18 Feb 2024: 30 minutes ran",
                "3 weekend days not counted",
                "Mon 12 Feb 2024 to Fri 16 Feb 2024: holiday, 5 days not counted",
                "Make-up working day, counted: Sun 18 Feb 2024",
                "Paused from Sun 18 Feb 2024 09:00 to Sun 18 Feb 2024 10:00: 60 working minutes not counted",
                "Due Sun 18 Feb 2024 10:30",
            ],
            steps);
    }

    [Fact]
    public void A_suspended_clock_says_that_its_due_is_not_known()
    {
        var steps = Days("2024-02-05 10:00", 3, Pause("2024-02-07 10:00", null)).Explain();
        Assert.Contains(steps, s => s.Zh == "2024年2月7日 (周三) 10:00 起暂停，尚未恢复");
        Assert.Equal("时钟停住，恢复后才能算出到期时间；还剩 1 个工作日 14 小时", steps[^1].Zh);
    }

    [Fact]
    public void A_provisional_clock_says_until_when_holidays_are_known() =>
        Assert.Contains("2026-12-31", Days("2026-12-30 10:00", 3).Explain()[^1].Zh);

    [Fact]
    public void A_very_long_clock_is_told_in_totals() => Assert.True(Days("2019-01-05 10:00", 900).Explain().Count < 8);
}
