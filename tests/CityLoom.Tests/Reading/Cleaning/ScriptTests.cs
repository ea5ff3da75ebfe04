namespace CityLoom.Tests.Reading.Cleaning;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("開展專項整治，優化營商環境", "开展专项整治，优化营商环境")]
    [InlineData("頭髮與發展", "头发与发展")]
    [InlineData("乾隆年間的老街要乾淨", "乾隆年间的老街要干净")]
    [InlineData("沿著河岸著力推進", "沿着河岸着力推进")]
    [InlineData("顯著成效、著名品牌、編著目錄", "显著成效、著名品牌、编著目录")]
    [InlineData("一絲不茍，馀下的後續工作", "一丝不苟，余下的后续工作")]
    [InlineData("发展生态环境，建立长效机制", "发展生态环境，建立长效机制")]
    [InlineData("「一網統管」", "“一网统管”")]
    public void Script_becomes_Simplified(string found, string clean) => Assert.Equal(clean, Read.Clean(found).Text);

    [Fact]
    public void A_Traditional_text_with_marks_that_nobody_sees_is_converted_and_cleaned_of_them() =>
        Assert.Equal("各区要着力开展整治，反复检查。", Read.Clean("各區要\u200B著力開展整治，反覆檢查。").Text);

    [Fact]
    public void A_character_of_one_unit_may_become_one_of_two() => Assert.Equal("各区排查\uD843\uDD7E。", Read.Clean("各區排查\u35F2。").Text);

    [Fact]
    public void Characters_that_nobody_sees_are_dropped() => Assert.Equal("各区要落实。", Read.Clean("\uFEFF各区\u200B要\u00AD落实。\u0001").Text);
}
