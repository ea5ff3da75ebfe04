using CityLoom.City.Rates;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.City.Rates;

public sealed class LeagueTests
{
    private static readonly Tally[] Streets = [new("A", 90, 100), new("B", 45, 50), new("C", 99, 100), new("D", 9, 10), new("E", 40, 50), new("F", 0, 0)];

    [Fact]
    public void Ties_share_a_rank_and_small_units_are_listed_without_one()
    {
        var league = League.Of(RateCatalogue.Satisfaction, Streets);
        Assert.Equal(["C", "A", "B", "E", "D", "F"], league.Rows.Select(r => r.Unit));
        Assert.Equal([1, 2, 2, 4, null, null], league.Rows.Select(r => r.Rank));
        Assert.Equal([100, 100, 50, 50, 10, 0], league.Rows.Select(r => r.Denominator));
        Assert.Null(league.Rows[^1].Value);
        Assert.Null(league.Rows[^1].Interval);
    }

    [Fact]
    public void The_table_carries_its_formula_and_the_minimum_it_was_made_with()
    {
        var league = League.Of(RateCatalogue.Satisfaction, Streets, minimumVolume: 10);
        Assert.Contains("分母不足 10 的单位", league.Formula.Zh);
        Assert.Equal(5, league.Rows.Count(r => r.Rank is not null));
        Assert.Equal(283, league.Total.Numerator);
        Assert.Equal(310, league.Total.Denominator);
    }

    [Fact]
    public void Where_less_is_better_the_least_comes_first() =>
        Assert.Equal("E", League.Of(RateCatalogue.Rework, Streets).Rows[0].Unit);

    [Fact]
    public void A_burden_that_grew_comes_last_with_a_negative_value()
    {
        var league = League.Of(RateCatalogue.FormBurden, [new("grew", -50, 500), new("fell", 100, 500)]);
        Assert.Equal(["fell", "grew"], league.Rows.Select(r => r.Unit));
        Assert.Equal(-0.1, league.Rows[1].Value);
    }

    [Theory]
    [InlineData("A", 5, 4)]
    [InlineData("A", -1, 4)]
    [InlineData("A", 0, -1)]
    [InlineData("B", 1, 4)]
    public void Counts_that_cannot_be_are_refused(string unit, long numerator, long denominator)
    {
        Tally[] tallies = [new("B", 1, 2), new(unit, numerator, denominator)];
        Assert.Throws<ArgumentException>(() => League.Of(RateCatalogue.Closing, tallies));
    }

    [Fact]
    public void A_better_value_never_has_a_worse_rank_and_no_unit_is_lost()
    {
        var unit = from n in Gen.Choose(0, 80) from x in Gen.Choose(0, n) select (x, n);
        Prop.ForAll(unit.ArrayOf().ToArbitrary(), counts =>
        {
            var league = League.Of(RateCatalogue.Closing, counts.Select((c, i) => new Tally($"u{i}", c.x, c.n)));
            var ranked = league.Rows.Where(r => r.Rank is not null).ToList();
            return league.Rows.Count == counts.Length
                && ranked.Count == counts.Count(c => c.n >= RateCatalogue.Closing.MinimumVolume)
                && ranked.All(r => r.Rank == 1 + ranked.Count(other => other.Value > r.Value));
        }).QuickCheckThrowOnFailure();
    }
}
