using CityLoom.City.Indicators;
using CityLoom.City.Rates;

namespace CityLoom.Tests.City.Rates;

public sealed class RateCatalogueTests
{
    [Fact]
    public void The_twelve_rates_of_the_city_are_there()
    {
        string[] names = ["接通率", "响应率", "解决率", "满意率", "结案率", "按期结案率", "及时签收率", "准确派遣率", "返工率", "消化率", "积压时长", "报表压减率"];
        Assert.Equal(names, RateCatalogue.All.Select(r => r.Name.Zh));
    }

    [Fact]
    public void Each_has_its_own_code_by_which_it_is_found()
    {
        Assert.Equal(RateCatalogue.All.Count, RateCatalogue.All.Select(r => r.Code).Distinct().Count());
        Assert.All(RateCatalogue.All, r => Assert.Same(r, RateCatalogue.Find(r.Code)));
        Assert.Null(RateCatalogue.Find("charm"));
    }

    [Fact]
    public void Each_formula_says_what_is_counted_left_out_and_ranked_in_both_languages() => Assert.All(RateCatalogue.All, r =>
    {
        foreach (var part in new[] { r.Name.Zh, r.Numerator.Zh, r.Denominator.Zh, r.Exclusions.Zh, r.MinimumVolume.ToString() })
            Assert.Contains(part, r.Formula.Zh);
        foreach (var part in new[] { r.Name.En, r.Numerator.En, r.Denominator.En, r.Exclusions.En, r.MinimumVolume.ToString() })
            Assert.Contains(part, r.Formula.En);
    });

    [Fact]
    public void A_proportion_carries_the_Wilson_interval_and_names_its_source()
    {
        Assert.Equal(Wilson.Of(81, 263), RateCatalogue.Satisfaction.IntervalOf(81, 263));
        Assert.Contains("Wilson", RateCatalogue.Satisfaction.Formula.Zh);
    }

    [Fact]
    public void A_flow_ratio_may_exceed_one_and_its_interval_holds_it()
    {
        var interval = RateCatalogue.Flow.IntervalOf(120, 100)!.Value;
        Assert.InRange(1.2, interval.Low, interval.High);
        Assert.True(interval.Low > 0.9 && interval.High < 1.6);
    }

    [Fact]
    public void Means_and_complete_counts_have_no_interval()
    {
        Assert.Null(RateCatalogue.BacklogAge.IntervalOf(500, 20));
        Assert.Null(RateCatalogue.FormBurden.IntervalOf(300, 1000));
    }

    [Fact]
    public void Less_is_better_for_rework_and_backlog() => Assert.Equal(
        ["rework", "backlog-age"],
        RateCatalogue.All.Where(r => r.Direction == Direction.LowerIsBetter).Select(r => r.Code));
}
