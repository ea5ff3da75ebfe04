using CityLoom.Web.Words;

namespace CityLoom.Tests.Web;

public sealed class SayTests
{
    private static readonly TimeZoneInfo City = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly Say Chinese = new(WordBook.Read(), Language.Chinese, City, new Still());
    private static readonly Say English = new(WordBook.Read(), Language.English, City, new Still());
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void A_day_is_written_as_the_language_does()
    {
        Assert.Equal("2026年3月2日", Chinese.Day(Monday));
        Assert.Equal("2026年3月2日 (周一)", Chinese.Weekday(Monday));
        Assert.Equal("2 Mar 2026", English.Day(Monday));
        Assert.Equal("Mon 2 Mar 2026", English.Weekday(Monday));
    }

    [Fact]
    public void A_short_day_names_the_year_only_when_it_is_another()
    {
        Assert.Equal("3月2日", Chinese.ShortDay(Monday));
        Assert.Equal("2025年12月31日", Chinese.ShortDay(new DateOnly(2025, 12, 31)));
        Assert.Equal("31 Dec 2025", English.ShortDay(new DateOnly(2025, 12, 31)));
    }

    [Fact]
    public void An_instant_is_told_on_the_wall_clock_of_the_city()
    {
        var late = new DateTimeOffset(2026, 3, 2, 17, 5, 0, TimeSpan.Zero);
        Assert.Equal("3月3日 01:05", Chinese.Minute(late));
        Assert.Equal(new DateOnly(2026, 3, 3), Chinese.Civil(late));
    }

    [Fact]
    public void A_duration_has_its_two_largest_units()
    {
        Assert.Equal("1 天 6 小时", Chinese.Duration(new TimeSpan(1, 6, 40, 0)));
        Assert.Equal("1 day 6 hours", English.Duration(new TimeSpan(1, 6, 40, 0)));
        Assert.Equal("1 hour 50 minutes", English.Duration(new TimeSpan(0, 1, 50, 0)));
        Assert.Equal("1 minute", English.Duration(TimeSpan.FromSeconds(3)));
        Assert.Equal("2 天", Chinese.Duration(new TimeSpan(2, 0, 10, 0)));
    }

    [Fact]
    public void Working_time_is_told_in_working_days()
    {
        Assert.Equal("2 个工作日 3 小时", Chinese.Working(2, TimeSpan.FromHours(3)));
        Assert.Equal("1 working day", English.Working(1, TimeSpan.Zero));
        Assert.Equal("0 分钟", Chinese.Working(0, TimeSpan.Zero));
    }

    [Fact]
    public void English_has_a_singular()
    {
        Assert.Equal("1 waits for you", English["shell.waiting", ("n", 1)]);
        Assert.Equal("12 wait for you", English["shell.waiting", ("n", 12)]);
        Assert.Equal("1,200 件待我处理", Chinese["shell.waiting", ("n", 1200)]);
    }

    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 0, 40, 0, TimeSpan.Zero);
    }
}
