using CityLoom.City.Calendar;

namespace CityLoom.Tests.City.Calendar;

public sealed class TermTests
{
    [Theory]
    [InlineData("days:5")]
    [InlineData("mins:240")]
    [InlineData("days:0")]
    public void A_term_is_read_and_written(string text)
    {
        Assert.True(Term.TryParse(text, out var term, out _));
        Assert.Equal(text, term.ToString());
    }

    [Theory]
    [InlineData("", "write days:5")]
    [InlineData("5", "write days:5")]
    [InlineData("hours:5", "write days:5")]
    [InlineData("days:", "not a number")]
    [InlineData("days:2.5", "not a number")]
    [InlineData("mins:-1", "negative")]
    [InlineData("days:36501", "at most 36500")]
    [InlineData("mins:99999999999", "at most")]
    [InlineData("mins:99999999999999999999999", "far too large")]
    public void A_wrong_term_is_explained(string text, string reason)
    {
        Assert.False(Term.TryParse(text, out _, out var problem));
        Assert.Contains(reason, problem);
    }

    [Fact]
    public void The_longest_terms_can_still_be_computed()
    {
        Assert.StartsWith("20", Wuhan.Written(Wuhan.Days("1900-01-01 08:00", Term.MostDays)));
        Assert.StartsWith("23", Wuhan.Written(Wuhan.Minutes("2199-12-31 08:00", Term.MostMinutes)));
    }
}
