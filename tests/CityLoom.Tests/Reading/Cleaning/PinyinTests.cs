namespace CityLoom.Tests.Reading.Cleaning;

public sealed class PinyinTests
{
    [Fact]
    public void Readings_in_brackets_go_with_a_space_inside_them() =>
        Assert.Equal("会议要求落实长效机制，压实责任。", Read.Clean("會(huì )議要求落實(shí)長(cháng)效機制，壓實（shí）責任。").Text);

    [Fact]
    public void Fewer_than_three_are_taken_for_an_authors_note() =>
        Assert.Equal("要读准多音字长(cháng)和实(shí)。", Read.Clean("要读准多音字长(cháng)和实(shí)。").Text);

    [Fact]
    public void Other_brackets_stay()
    {
        const string Text = "手机(app)、实(shí)长(cháng)动(dòng)，各县(市、区)要用好系统(GIS)，完成(80%)。";
        Assert.Equal("手机(app)、实长动，各县(市、区)要用好系统(GIS)，完成(80%)。", Read.Clean(Text).Text);
    }

    [Fact]
    public void Brackets_that_follow_no_Han_character_stay() =>
        Assert.EndsWith("A(á)、8(bā)。", Read.Clean("实(shí)长(cháng)动(dòng)，A(á)、8(bā)。").Text, StringComparison.Ordinal);
}
