using CityLoom.City.Calendar;

namespace CityLoom.Tests.City.Calendar;

public sealed class OfficeHoursTests
{
    [Fact]
    public void The_default_day_has_seven_hours() => Assert.Equal(TimeSpan.FromHours(7), OfficeHours.Default.PerDay);

    [Theory]
    [InlineData("09:00-12:00,13:30-17:30", "09:00-12:00,13:30-17:30")]
    [InlineData(" 8:30 - 12:00 , 12:00-24:00 ", "08:30-12:00,12:00-24:00")]
    public void A_setting_is_read(string text, string written)
    {
        Assert.True(OfficeHours.TryParse(text, out var hours, out _));
        Assert.Equal(written, hours.ToString());
    }

    [Theory]
    [InlineData("", "not a session")]
    [InlineData("09:00", "not a session")]
    [InlineData("09:00-25:00", "not a session")]
    [InlineData("12:00-09:00", "ends before it begins")]
    [InlineData("09:00-09:00", "ends before it begins")]
    [InlineData("13:30-17:30,09:00-12:00", "overlaps")]
    public void A_wrong_setting_is_explained(string text, string reason)
    {
        Assert.False(OfficeHours.TryParse(text, out _, out var problem));
        Assert.Contains(reason, problem);
    }
}
