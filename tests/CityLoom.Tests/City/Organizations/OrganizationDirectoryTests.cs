using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.City.Organizations;

public class OrganizationDirectoryTests
{
    private static readonly OrganizationDirectory Directory = new(DemoCity.Organizations, DemoCity.Territories);

    [Theory]
    [InlineData("武汉市发展和改革委员会", "4201.fgw", MatchKind.Exact)]
    [InlineData("市发展改革委", "4201.fgw", MatchKind.Exact)]
    [InlineData("市发改委", "4201.fgw", MatchKind.Alias)]
    [InlineData("武汉市发改委", "4201.fgw", MatchKind.Alias)]
    [InlineData("市发展和改革委员会", "4201.fgw", MatchKind.Alias)]
    [InlineData("发改委", "4201.fgw", MatchKind.Alias)]
    [InlineData("市卫健委", "4201.wjw", MatchKind.Alias)]
    [InlineData("市卫生局", "4201.wjw", MatchKind.Alias)]
    [InlineData("市卫生健康委员会", "4201.wjw", MatchKind.Alias)]
    [InlineData("市政府", "4201.zf", MatchKind.Exact)]
    [InlineData("市人民政府", "4201.zf", MatchKind.Alias)]
    [InlineData("武汉市政府", "4201.zf", MatchKind.Alias)]
    [InlineData("市政府办公厅", "4201.zfb", MatchKind.Exact)]
    [InlineData("市人民政府办公厅", "4201.zfb", MatchKind.Alias)]
    [InlineData("市政府督查室", "4201.dcs", MatchKind.Exact)]
    [InlineData("市应急局", "4201.yjj", MatchKind.Alias)]
    [InlineData("市市场监督管理局", "4201.scj", MatchKind.Alias)]
    [InlineData("市人力资源社会保障局", "4201.rsj", MatchKind.Alias)]
    [InlineData("市城管执法委", "4201.cgw", MatchKind.Exact)]
    [InlineData("市消防救援支队", "4201.xfj", MatchKind.Alias)]
    [InlineData("中共武汉市委社会工作部", "4201.shgb", MatchKind.Alias)]
    [InlineData("江岸区卫生健康局", "420102.wjj", MatchKind.Alias)]
    [InlineData("武汉市江岸区卫健局", "420102.wjj", MatchKind.Alias)]
    [InlineData("江岸区", "420102.zf", MatchKind.Alias)]
    [InlineData("江岸区委、", null, MatchKind.None)]
    [InlineData("硚口区人民政府", "420104.zf", MatchKind.Alias)]
    [InlineData("大智街", "420102002.jd", MatchKind.Alias)]
    [InlineData("大智街道办事处", "420102002.jd", MatchKind.Alias)]
    [InlineData("市卫生健康委应急处", "4201.wjw", MatchKind.Alias)]
    [InlineData(" 市 教育局 ", "4201.jyj", MatchKind.Alias)]
    public void A_name_is_found_as_documents_write_it(string name, string? code, MatchKind kind)
    {
        var match = Directory.Find(name);

        Assert.Equal(kind, match.Kind);
        Assert.Equal(code, match.Organizations.SingleOrDefault()?.Code);
        Assert.NotEmpty(match.Reason);
    }

    [Theory]
    [InlineData("各区", 13)]
    [InlineData("各区人民政府", 13)]
    [InlineData("各区政府", 13)]
    [InlineData("各县（市、区）", 13)]
    [InlineData("各县市区人民政府", 13)]
    [InlineData("各中心城区", 7)]
    [InlineData("各新城区", 6)]
    [InlineData("各街道办事处", 193)]
    [InlineData("各街道（乡镇）", 193)]
    [InlineData("各区卫生健康局", 13)]
    [InlineData("各区教育部门", 13)]
    [InlineData("各区教育局、卫健局", 0)]
    [InlineData("区水务局", 13)]
    [InlineData("各区各街道", 206)]
    [InlineData("各区、各街道", 206)]
    public void A_name_for_many_expands_to_all_of_them(string name, int count)
    {
        var match = Directory.Find(name);

        Assert.Equal(count, match.Organizations.Count);
        Assert.Equal(count > 0 ? MatchKind.Set : MatchKind.None, match.Kind);
    }

    [Fact]
    public void City_departments_are_a_set_without_the_districts()
    {
        var match = Directory.Find("市直各部门");

        Assert.Equal(MatchKind.Set, match.Kind);
        Assert.All(match.Organizations, o => Assert.StartsWith("4201.", o.Code, StringComparison.Ordinal));
        Assert.True(match.Organizations.Count > 25);
        Assert.Equal(match.Organizations.Count + 13, Directory.Find("各区、各部门").Organizations.Count);
    }

    [Theory]
    [InlineData("有关部门")]
    [InlineData("市直有关部门")]
    [InlineData("各有关单位")]
    [InlineData("相关职能部门")]
    [InlineData("各级各部门")]
    [InlineData("某某公司")]
    [InlineData("")]
    public void A_name_that_names_nobody_gives_nobody_and_says_why(string name)
    {
        var match = Directory.Find(name);

        Assert.Equal(MatchKind.None, match.Kind);
        Assert.Empty(match.Organizations);
        Assert.NotEmpty(match.Reason);
        Assert.NotEmpty(match.English);
    }

    [Fact]
    public void A_districts_document_means_its_own_offices_and_streets()
    {
        Assert.Equal("420104.wjj", Assert.Single(Directory.Find("区卫健局", "420104").Organizations).Code);
        Assert.Equal("420104.zf", Assert.Single(Directory.Find("区政府", "420104").Organizations).Code);
        Assert.Equal("420104.zf", Assert.Single(Directory.Find("区政府", "420104001").Organizations).Code);
        Assert.Equal("420104.jyj", Assert.Single(Directory.Find("教育局", "420104").Organizations).Code);
        Assert.Equal("4201.jyj", Assert.Single(Directory.Find("教育局").Organizations).Code);
        Assert.All(Directory.Find("各街道", "420104").Organizations, o => Assert.True(DemoCity.Territories.Within(o.TerritoryCode, "420104")));
    }

    [Fact]
    public void A_name_that_two_bear_is_left_to_a_person()
    {
        Assert.Equal(MatchKind.Several, Directory.Find("李集街道办事处").Kind);
        Assert.Equal("420116010.jd", Assert.Single(Directory.Find("李集街道", "420116").Organizations).Code);
        Assert.Equal(MatchKind.Several, Directory.Find("市住建局").Kind);
    }

    [Fact]
    public void Every_official_and_short_name_of_the_demo_city_finds_its_organization()
    {
        foreach (var organization in DemoCity.Organizations.All)
        {
            Assert.Contains(organization, Directory.Find(organization.Name).Organizations);
            Assert.Contains(organization, Directory.Find(organization.ShortName).Organizations);
            Assert.Equal(MatchKind.Exact, Directory.Find(organization.Name).Kind);
        }
    }

    [Fact]
    public void Every_owner_that_the_demo_documents_name_is_found()
    {
        var owners = System.IO.Directory.GetFiles(Path.Combine(Repository.Root, "demo", "directives"), "*.txt")
            .SelectMany(f => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(f), "(?:牵头|配合|责任)单位：([^；）]+)"))
            .SelectMany(m => m.Groups[1].Value.Split('、', '，')).Distinct().ToArray();

        Assert.True(owners.Length > 15);
        Assert.DoesNotContain(owners, o => Directory.Find(o).Kind is MatchKind.None or MatchKind.Several);
    }

    [Fact]
    public void A_city_of_other_people_needs_no_code_of_its_own()
    {
        var tree = new TerritoryTree([new("1", "甲市", TerritoryLevel.City, null, null), new("11", "乙县", TerritoryLevel.District, "1", null)]);
        var directory = new OrganizationDirectory(
            new OrganizationTree(
            [
                new() { Code = "z", Name = "甲市人民政府", ShortName = "市政府", EnglishName = "City", TerritoryCode = "1", Kind = OrganizationKind.Government },
                new() { Code = "y", Name = "乙县卫生健康局", ShortName = "乙县卫健局", EnglishName = "Health", ParentCode = "z", TerritoryCode = "11", Kind = OrganizationKind.Department },
            ]),
            tree);

        Assert.Equal("z", Assert.Single(directory.Find("甲市政府").Organizations).Code);
        Assert.Equal("y", Assert.Single(directory.Find("县卫健局", "11").Organizations).Code);
    }
}
