using CityLoom.City.Organizations;
using CityLoom.City.Territories;

namespace CityLoom.Tests.City.Organizations;

public class OwnerAdviceTests
{
    private static readonly OwnerAdvice Advice = new(
        DemoCity.Organizations, DemoCity.Categories, DemoCity.Territories, new OrganizationDirectory(DemoCity.Organizations, DemoCity.Territories));

    [Theory]
    [InlineData("打通老旧小区消防通道300处", null, "4201.xfj")]
    [InlineData("打通老旧小区消防通道300处", "420104001", "420104.xfd")]
    [InlineData("完成雨污混接点改造1200处", null, "4201.swj")]
    [InlineData("新建急救站点20个", null, "4201.jjzx")]
    [InlineData("新建急救站点20个", "420116", "420116.wjj")]
    [InlineData("将社区月报表压减到5张以内，清理台账", null, "4201.shgb")]
    [InlineData("编制重大项目清单", null, "4201.fgw")]
    [InlineData("江岸区要清理占道经营", null, "420102.cgj")]
    public void The_words_and_the_place_suggest_who_handles_it(string text, string? territory, string code)
    {
        var first = Advice.Suggest(text, territory)[0];

        Assert.Equal(code, first.Organization.Code);
        Assert.NotEmpty(first.Reason);
        Assert.NotEmpty(first.English);
    }

    [Fact]
    public void An_organization_that_the_words_name_comes_first()
    {
        Assert.Equal("4201.czj", Advice.Suggest("市财政局每年安排老旧小区改造专项资金")[0].Organization.Code);
    }

    [Fact]
    public void Words_without_a_hint_bring_no_suggestion()
    {
        Assert.Empty(Advice.Suggest("以一域之稳为全局添彩"));
    }

    [Fact]
    public void A_city_that_nothing_is_known_of_brings_no_suggestion()
    {
        var (none, nobody) = (new TerritoryTree([]), new OrganizationTree([]));
        var directory = new OrganizationDirectory(nobody, none);

        Assert.Empty(new OwnerAdvice(nobody, new CategoryTree([]), none, directory).Suggest("打通消防通道"));
        Assert.Equal(MatchKind.None, directory.Find("市发改委").Kind);
    }

    [Fact]
    public void At_most_three_are_suggested_and_each_once()
    {
        var all = Advice.Suggest("消防、住房、水务、医疗、教育、民政、就业、信访、财政、统计一起抓");

        Assert.Equal(3, all.Count);
        Assert.Equal(3, all.DistinctBy(s => s.Organization.Code).Count());
    }

    [Fact]
    public void A_category_that_no_local_office_handles_goes_to_the_city()
    {
        Assert.Equal("4201.gaj", Advice.HandlerOf("order.traffic", "420102002")!.Code);
        Assert.Equal("420102.cgj", Advice.HandlerOf("cityscape.stall", "420102002")!.Code);
        Assert.Null(Advice.HandlerOf("no-such", "420102002"));
    }
}
