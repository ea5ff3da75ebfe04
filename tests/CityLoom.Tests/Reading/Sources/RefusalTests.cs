using System.Diagnostics;
using System.Text;

namespace CityLoom.Tests.Reading.Sources;

public sealed class RefusalTests
{
    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal("empty", Read.Refusal([]));

    [Fact]
    public void White_space_alone_is_refused() => Assert.Equal("empty", Read.Refusal(Samples.Utf8(" \n\t\u3000\r\n")));

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A }, "binary")]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0x02 }, "binary")]
    [InlineData(new byte[] { 0x31, 0x00, 0x01, 0x02, 0x03 }, "binary")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00 }, "old-word")]
    [InlineData(new byte[] { 0x7B, 0x5C, 0x72, 0x74, 0x66, 0x31 }, "rtf")]
    public void What_is_no_text_is_named(byte[] file, string code) => Assert.Equal(code, Read.Refusal(file));

    [Fact]
    public void Chrome_without_a_document_is_no_text() => Assert.Equal("no-text", Read.Refusal(Samples.Utf8("首页 > 新闻\n打印 关闭\n")));

    [Fact]
    public void Fifty_megabytes_of_one_character_are_refused_at_once()
    {
        var file = new byte[50_000_000];
        Array.Fill(file, (byte)'a');
        var watch = Stopwatch.StartNew();
        Assert.Equal("too-large", Read.Refusal(file));
        Assert.True(watch.ElapsedMilliseconds < 2_000);
    }

    [Theory]
    [InlineData("字")]
    [InlineData("。")]
    [InlineData("，")]
    [InlineData("(")]
    [InlineData("&")]
    [InlineData("a")]
    public void One_paragraph_of_absurd_length_is_refused_in_time(string character)
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal("paragraph-too-long", Read.Refusal(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(character, 5_000_000)))));
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), watch.Elapsed.ToString());
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<p")]
    [InlineData("实(shí)")]
    [InlineData("　　")]
    [InlineData("上一篇\n")]
    [InlineData("（记者")]
    [InlineData("一、")]
    [InlineData("。 ")]
    public void Debris_without_end_takes_no_more_than_linear_time(string debris)
    {
        var text = "云川市召开会议，要求各区抓好落实。" + string.Concat(Enumerable.Repeat(debris, 1_000_000 / debris.Length));
        var watch = Stopwatch.StartNew();
        CityLoom.Reading.DirectiveReader.Read(text);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), watch.Elapsed.ToString());
    }
}
