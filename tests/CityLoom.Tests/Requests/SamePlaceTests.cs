using CityLoom.Requests.Desk;
using CityLoom.Requests.Likeness;

namespace CityLoom.Tests.Requests;

public sealed class SamePlaceTests
{
    private const string Here = "4201/420102/420102002/420102002001/";

    [Theory]
    [InlineData(Here, null, true)] // one community
    [InlineData("4201/420102/420102002/", null, true)] // one street, the community of one is not known
    [InlineData("4201/420102/420102002/420102002009/", null, false)] // another community of the street
    [InlineData("4201/420102/420102003/", null, false)] // another street
    [InlineData("4201/420106/420106001/", null, false)] // another district
    [InlineData("4201/420102/420102003/420102003001/", 80.0, true)] // across the street that divides two streets
    [InlineData(Here, 5_000.0, true)] // a community is a community, whatever the points say
    [InlineData("4201/", null, false)] // not known
    [InlineData("", null, false)]
    public void The_same_words_are_the_same_matter_only_at_the_same_place(string place, double? metres, bool same) =>
        Assert.Equal(same, SamePlace.Weigh(0.6, Here, place, metres) >= RequestPairs.Same);

    [Fact]
    public void A_place_never_makes_unlike_words_the_same() => Assert.True(SamePlace.Weigh(0.05, Here, Here, 0) < RequestPairs.Same);

    [Fact]
    public void More_likeness_of_words_is_never_less_likeness()
    {
        var scores = Enumerable.Range(0, 101).Select(i => SamePlace.Weigh(i / 100.0, Here, "4201/420102/420102002/", 300)).ToList();
        Assert.Equal(scores.Order(), scores);
    }
}
