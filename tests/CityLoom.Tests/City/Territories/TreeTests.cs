using CityLoom.City.Territories;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.City.Territories;

public class TreeTests
{
    [Fact]
    public void The_demo_city_has_its_13_districts_193_streets_and_3495_communities()
    {
        var tree = DemoCity.Territories;

        Assert.Equal("武汉市", Assert.Single(tree.Roots).Name);
        Assert.Equal(13, tree.Children("4201").Count);
        Assert.Equal(193, tree.OfLevel(TerritoryLevel.Street).Count());
        Assert.Equal(3_495, tree.OfLevel(TerritoryLevel.Community).Count());
        Assert.Equal(3_701, tree.Descendants("4201").Length);
    }

    [Fact]
    public void Within_counts_the_territory_itself_and_everything_below_it_and_nothing_else()
    {
        var tree = DemoCity.Territories;

        Assert.True(tree.Within("420102002003", "420102"));
        Assert.True(tree.Within("420102", "420102"));
        Assert.False(tree.Within("420102", "420102002"));
        Assert.False(tree.Within("420103001", "420102"));
        Assert.False(tree.Within("nowhere", "4201"));
        Assert.False(tree.Within(null, "4201"));
    }

    [Fact]
    public void Ancestors_come_nearest_first()
    {
        Assert.Equal(["420102002", "420102", "4201"], DemoCity.Territories.Ancestors("420102002003").Select(t => t.Code));
    }

    /// <summary>In any tree, "within" by intervals says the same as walking up the parents.</summary>
    [Fact]
    public void Intervals_agree_with_walking_up_in_any_tree() =>
        Prop.ForAll(AnyTree().ToArbitrary(), territories =>
        {
            var tree = new TerritoryTree(territories);
            return territories.All(a => territories.All(b =>
                tree.Within(a.Code, b.Code) == tree.Upwards(a.Code).Any(t => t.Code == b.Code)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_node_below_is_a_descendant_once_in_any_tree() =>
        Prop.ForAll(AnyTree().ToArbitrary(), territories =>
        {
            var tree = new TerritoryTree(territories);
            return territories.All(t => tree.Descendants(t.Code).ToArray().Select(d => d.Code).Order(StringComparer.Ordinal)
                .SequenceEqual(territories.Where(o => o != t && tree.Ancestors(o.Code).Contains(t)).Select(o => o.Code).Order(StringComparer.Ordinal)));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("江岸区", "420102")]
    [InlineData("江岸", "420102")]
    [InlineData("大智街道", "420102002")]
    [InlineData("大智街", "420102002")]
    [InlineData("大智街道办事处", "420102002")]
    [InlineData("保成社区", "420102002003")]
    [InlineData("武汉", "4201")]
    public void A_name_is_found_with_and_without_its_suffix(string name, string code)
    {
        Assert.Equal(code, Assert.Single(DemoCity.Territories.FindByName(name)).Code);
    }

    [Fact]
    public void A_name_that_several_bear_gives_them_all_unless_the_place_is_known()
    {
        var tree = DemoCity.Territories;

        Assert.Equal(["420116010", "420117005"], tree.FindByName("李集街道").Select(t => t.Code));
        Assert.Equal("420117005", Assert.Single(tree.FindByName("李集街", "420117")).Code);
        Assert.Equal([TerritoryLevel.District, TerritoryLevel.Street, TerritoryLevel.Community], tree.FindByName("蔡甸").Select(t => t.Level));
        Assert.Empty(tree.FindByName("不存在街道"));
    }

    private static Gen<Territory[]> AnyTree() =>
        from size in Gen.Choose(1, 25)
        from parents in Gen.ArrayOf(Gen.Choose(-1, 24), size)
        select parents.Select((p, i) => new Territory($"t{(i * 7) % 25:00}{i}", $"名{i}", TerritoryLevel.Grid, CodeOfParent(p, i), null)).ToArray();

    private static string? CodeOfParent(int wanted, int node)
    {
        var parent = node == 0 || wanted < 0 ? -1 : wanted % node;
        return parent < 0 ? null : $"t{(parent * 7) % 25:00}{parent}";
    }
}
