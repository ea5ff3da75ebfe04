using CityLoom.City.Calendar;
using FsCheck;
using FsCheck.Fluent;
using static CityLoom.Tests.City.Calendar.Wuhan;

namespace CityLoom.Tests.City.Calendar;

public sealed class ClockFaceTests
{
    [Theory]
    [InlineData("2024-02-05 10:00", "还剩 3 个工作日", "3 working days left")]          // accepted: nothing ran yet
    [InlineData("2024-02-06 00:00", "还剩 3 个工作日", "3 working days left")]
    [InlineData("2024-02-06 21:00", "还剩 2 个工作日 3 小时", "2 working days 3 hours left")]
    [InlineData("2024-02-08 00:00", "还剩 1 个工作日", "1 working day left")]
    [InlineData("2024-02-08 22:30", "还剩 1 小时 30 分钟", "1 hour 30 minutes left")]
    [InlineData("2024-02-08 23:59:30", "还剩 不到 1 分钟", "less than a minute left")]
    [InlineData("2024-02-09 00:00", "刚刚到期", "due just now")]
    [InlineData("2024-02-10 06:00", "超期 1 天 6 小时", "1 day 6 hours overdue")]
    public void What_is_left_of_three_working_days_is_said_in_words(string at, string zh, string en)
    {
        var words = Days("2024-02-05 10:00", 3).FaceAt(At(at)).Words;
        Assert.Equal(zh, words.Zh);
        Assert.Equal(en, words.En);
    }

    [Theory]
    [InlineData("2024-02-05 09:00", "还剩 2 个工作日 1 小时")]   // 900 minutes, seven hours to the day
    [InlineData("2024-02-06 17:30", "还剩 1 小时工作时间")]
    [InlineData("2024-02-07 08:00", "还剩 1 小时工作时间")]      // nothing runs at night
    public void Working_minutes_are_said_in_office_days(string at, string zh) =>
        Assert.Equal(zh, Minutes("2024-02-05 09:00", 900).FaceAt(At(at)).Words.Zh);

    [Theory]
    [InlineData("2024-02-08 23:59", ClockLight.Green)]
    [InlineData("2024-02-09 00:00", ClockLight.Yellow)] // four of five days used: 80 %
    [InlineData("2024-02-18 23:59", ClockLight.Yellow)]
    [InlineData("2024-02-19 00:00", ClockLight.Red)]
    public void The_light_turns_yellow_at_80_percent_and_red_when_due(string at, ClockLight light) =>
        Assert.Equal(light, Days("2024-02-04 10:00", 5, Pause("2024-02-09 00:00", "2024-02-10 00:00")).FaceAt(At(at)).Light);

    [Fact]
    public void The_instant_of_80_percent_is_when_the_light_turns()
    {
        var clock = Minutes("2024-02-05 09:00", 300);
        Assert.Equal(At("2024-02-05 14:30"), clock.InstantOf(TermClock.YellowFrom));
        Assert.Equal(clock.Due, clock.InstantOf(1));
        Assert.Equal(At("2024-02-05 09:00"), clock.InstantOf(0));
    }

    [Fact]
    public void A_pause_that_holds_the_clock_is_said()
    {
        var clock = Minutes("2024-02-05 09:00", 300, Pause("2024-02-05 10:00", "2024-02-06 10:00"));
        Assert.Equal("时钟暂停，还剩 4 小时工作时间", clock.FaceAt(At("2024-02-05 11:00")).Words.Zh);
        Assert.Equal("clock paused, 4 hours of working time left", clock.FaceAt(At("2024-02-05 11:00")).Words.En);
        Assert.False(clock.FaceAt(At("2024-02-06 10:00")).StandsStill);
    }

    [Fact]
    public void A_term_of_nothing_is_red_at_once()
    {
        var clock = Minutes("2024-02-05 09:00", 0);
        Assert.Equal(ClockLight.Red, clock.FaceAt(At("2024-02-05 09:00")).Light);
        Assert.Equal(0, clock.ShareAt(At("2024-02-05 08:59")));
    }

    [Fact]
    public void The_share_never_falls_is_one_when_due_and_nothing_is_ever_negative()
    {
        var cases = from accepted in Gen.Choose(0, 60 * 24 * 60)
                    from term in Gen.OneOf(Gen.Choose(1, 30).Select(Term.Days), Gen.Choose(1, 3000).Select(Term.Minutes))
                    from a in Gen.Choose(0, 60 * 24 * 60)
                    from b in Gen.Choose(0, 20 * 24 * 60)
                    from steps in Gen.Choose(0, 500).ArrayOf(30)
                    select (accepted, term, a, b, steps);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var origin = At("2024-01-20 00:00");
            var clock = Time.Start(origin.AddMinutes(c.accepted), c.term, new Pause(origin.AddMinutes(c.a), origin.AddMinutes(c.a + c.b)));
            var at = origin.AddMinutes(c.accepted);
            var last = 0.0;
            foreach (var step in c.steps)
            {
                var face = clock.FaceAt(at = at.AddMinutes(step));
                if (face.Share < last || face.Left < TimeSpan.Zero || face.Overdue < TimeSpan.Zero || (face.Light == ClockLight.Red) != (at >= clock.Due))
                    return false;
                last = face.Share;
            }
            return Math.Abs(clock.ShareAt(clock.Due!.Value) - 1) < 1e-12 && clock.InstantOf(0.8) <= clock.Due;
        }).QuickCheckThrowOnFailure();
    }
}
