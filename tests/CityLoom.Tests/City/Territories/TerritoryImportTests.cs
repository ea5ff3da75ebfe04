using CityLoom.City.Territories;

namespace CityLoom.Tests.City.Territories;

public class TerritoryImportTests
{
    private const string Header = "level,code,name,parent_code,zone\n";

    [Fact]
    public void Another_city_with_Chinese_level_words_and_other_columns_first_is_read()
    {
        var import = Read("zone,name,code,parent_code,level\n,某市,99,,市\n,\"甲区\",9901,99,区\n,一镇,9901001,9901,镇\n");

        Assert.Empty(import.Faults);
        Assert.Equal(["99", "9901", "9901001"], import.Value!.All.Select(t => t.Code));
        Assert.Null(import.Value.Find("9901")!.Zone);
    }

    [Theory]
    [InlineData("city,1,甲市,,\ndistrict,2,乙区,1,\ndistrict,2,丙区,1,\n", "territory.duplicate-code", 4)]
    [InlineData("city,1,甲市,,\ndistrict,2,乙区,7,\n", "territory.unknown-parent", 3)]
    [InlineData("district,1,甲区,2,\ndistrict,2,乙区,1,\n", "territory.cycle", 2)]
    [InlineData("city,1,甲市,,\nprovince,2,乙省,1,\n", "territory.bad-level", 3)]
    [InlineData("city,1,甲市,,\ncity,2,乙市,1,\n", "territory.bad-level", 3)]
    [InlineData("city,1,甲市,,\ndistrict,2,,1,\n", "territory.empty", 3)]
    [InlineData("city,1,甲市,,\ndistrict,2,乙区\n", "csv.width", 3)]
    [InlineData("city,1,\"甲市\nsecond line\",,\ndistrict,2,乙\"区,1,\n", "csv.quotes", 4)]
    [InlineData("city,一 号,甲市,,\n", "territory.bad-code", 2)]
    public void A_fault_names_its_kind_and_its_line_and_nothing_is_imported(string rows, string code, int line)
    {
        var import = Read(Header + rows);

        Assert.Null(import.Value);
        Assert.Contains(import.Faults, f => f.Code == code && f.Line == line && f.Source == "test.csv");
        Assert.Equal(import.Faults[0].Code, import.AsOutcome().Refusal!.Code);
    }

    [Fact]
    public void The_highest_in_the_file_may_name_a_parent_outside_it_and_becomes_a_root()
    {
        var import = Read(Header + "city,4201,甲市,42,\ndistrict,420102,乙区,4201,\n");

        Assert.Null(Assert.Single(import.Value!.Roots).ParentCode);
        Assert.Equal(("territory.cut-off", 2), (import.Notes[0].Code, import.Notes[0].Line));
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var fault = Assert.Single(Read("level,code,name\ncity,1,甲市\n").Faults);

        Assert.Equal(("csv.missing-column", 1), (fault.Code, fault.Line));
        Assert.Contains("parent_code", fault.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("level,code,name,parent_code\n")]
    public void An_empty_file_is_refused(string text)
    {
        Assert.NotEmpty(Read(text).Faults);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var faults = Read(Header + "city,1,甲市,,\nmoon,2,乙区,1,\ndistrict,,丙区,1,\n").Faults;

        Assert.Equal([3, 4], faults.Select(f => f.Line));
    }

    [Fact]
    public void A_circle_of_three_below_a_good_root_is_told_at_each_of_its_lines()
    {
        var faults = Read(Header + "city,1,甲市,,\ndistrict,2,乙,4,\nstreet,3,丙,2,\ncommunity,4,丁,3,\n").Faults;

        Assert.Equal([3, 4, 5], faults.Where(f => f.Code == "territory.cycle").Select(f => f.Line));
    }

    private static CityLoom.City.Trees.Import<TerritoryTree> Read(string text) => TerritoryImport.Read("test.csv", new StringReader(text));
}
