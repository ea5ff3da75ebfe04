using CityLoom.City.Organizations;
using CityLoom.City.Territories;

namespace CityLoom.Tests.City.Organizations;

public class OrganizationImportTests
{
    private const string Header = "code,name,parent_code,territory_code,kind,categories\n";

    [Fact]
    public void Every_street_and_district_of_the_demo_city_has_its_government()
    {
        var governed = DemoCity.Organizations.All.Where(o => o.Kind == OrganizationKind.Government).Select(o => o.TerritoryCode).ToHashSet();

        Assert.DoesNotContain(DemoCity.Territories.All, t => t.Level <= TerritoryLevel.Street && !governed.Contains(t.Code));
        Assert.Equal("武汉市人民政府", Assert.Single(DemoCity.Organizations.Roots).Name);
        Assert.Single(DemoCity.Organizations.All, o => o.Kind == OrganizationKind.Supervision);
    }

    [Fact]
    public void Every_category_of_the_demo_city_is_handled_by_somebody_in_the_city()
    {
        var handled = DemoCity.Organizations.All.Where(o => o.TerritoryCode == "4201").SelectMany(o => o.Categories).ToHashSet();

        Assert.DoesNotContain(DemoCity.Categories.All, c => !DemoCity.Categories.Upwards(c.Code).Any(w => handled.Contains(w.Code)));
    }

    [Fact]
    public void Names_fall_back_on_the_official_one()
    {
        var import = Read(Header + "g,甲市人民政府,,1,Government,\n");

        Assert.Equal(("甲市人民政府", "甲市人民政府"), (import.Value!.Find("g")!.ShortName, import.Value.Find("g")!.EnglishName));
    }

    [Theory]
    [InlineData("g,甲政府,,1,government,\ng,乙局,,1,department,\n", "organization.duplicate-code", 3)]
    [InlineData("g,甲政府,x,1,government,\n", "organization.unknown-parent", 2)]
    [InlineData("a,甲,b,1,office,\nb,乙,a,1,office,\n", "organization.cycle", 2)]
    [InlineData("g,甲政府,,99,government,\n", "organization.unknown-territory", 2)]
    [InlineData("g,甲政府,,1,kingdom,\n", "organization.bad-kind", 2)]
    [InlineData("g,甲政府,,1,2,\n", "organization.bad-kind", 2)]
    [InlineData("g,甲政府,,1,government,moon\n", "organization.unknown-category", 2)]
    [InlineData("g,,,1,government,\n", "organization.empty", 2)]
    [InlineData("d,乙区政府,,11,government,\nc,市局,d,1,department,\n", "organization.outside-parent", 3)]
    public void A_fault_names_its_kind_and_its_line_and_nothing_is_imported(string rows, string code, int line)
    {
        var import = Read(Header + rows);

        Assert.Null(import.Value);
        Assert.Contains(import.Faults, f => f.Code == code && f.Line == line);
    }

    [Theory]
    [InlineData("code,name,english,parent\na,甲,A,b\n", "category.unknown-parent")]
    [InlineData("code,name,english,parent\na,甲,A,\na,乙,B,\n", "category.duplicate-code")]
    [InlineData("code,name,english,parent\n,甲,A,\n", "category.empty")]
    [InlineData("code,name\na,甲\n", "csv.missing-column")]
    public void Categories_are_checked_the_same_way(string text, string code)
    {
        Assert.Equal(code, CategoryImport.Read("categories.csv", new StringReader(text)).Faults[0].Code);
    }

    private static CityLoom.City.Trees.Import<OrganizationTree> Read(string text) => OrganizationImport.Read(
        "test.csv", new StringReader(text),
        new TerritoryTree([new("1", "甲市", TerritoryLevel.City, null, null), new("11", "乙区", TerritoryLevel.District, "1", null)]),
        new CategoryTree([new("fire", "消防", "Fire", null, ["消防"])]));
}
