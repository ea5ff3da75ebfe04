using System.Text;
using CityLoom.Reading;

namespace CityLoom.Tests.Reading.Sources;

public sealed class EncodingTests
{
    private static readonly string Report = Samples.Report.Trim();

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("gb18030", false)]
    [InlineData("gb2312", false)]
    public void The_same_text_is_read_from_every_encoding(string name, bool marked)
    {
        var encoding = name.StartsWith("gb", StringComparison.Ordinal) ? Samples.CodePage(name) : Encoding.GetEncoding(name);
        byte[] file = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Report)];
        Assert.Equal(Read.File(Samples.Utf8(Report)), Read.File(file));
    }

    [Fact]
    public void Traditional_text_in_Big5_reads_as_in_UTF_8() =>
        Assert.Equal(Read.File(Samples.Utf8(Samples.Traditional)), Read.File(Samples.CodePage("big5").GetBytes(Samples.Traditional)));

    [Theory]
    [InlineData("gb18030", "各区要抓紧落实。")]
    [InlineData("gb18030", "市民政局")]
    [InlineData("gb18030", "加强管理")]
    [InlineData("gb18030", "年底前新建三十个便民服务站")]
    [InlineData("gb18030", "要開展檢查，確保落實。")]
    [InlineData("big5", "各區要抓緊落實。")]
    [InlineData("big5", "市民政局")]
    [InlineData("big5", "會議要求加強管理")]
    public void A_few_characters_are_enough_to_tell_the_encoding(string name, string text) =>
        Assert.Equal(Read.Clean(text).Text, Read.File(Samples.CodePage(name).GetBytes(text)));

    [Fact]
    public void Rare_characters_of_four_bytes_survive_GB18030()
    {
        const string Text = "会议要求，㙍口街道和𬭚塘社区年底前完成改造。";
        Assert.Equal(Text, Read.File(Samples.CodePage("gb18030").GetBytes(Text)));
    }

    [Fact]
    public void Invalid_bytes_are_refused_with_their_place()
    {
        var bytes = Samples.Utf8(Report);
        bytes[100] = 0xFF;
        var outcome = DirectiveReader.Read(bytes);
        Assert.Equal("invalid-bytes", outcome.Refusal?.Code);
        Assert.Matches(@"\b(99|100)\b", outcome.Refusal!.Words.En);
    }

    [Fact]
    public void A_text_cut_in_the_middle_of_a_character_is_refused()
    {
        Assert.Equal("invalid-bytes", Read.Refusal(Samples.Utf8(Report)[..^1]));
        Assert.Equal("invalid-bytes", Read.Refusal([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Report), 0x4E]));
    }
}
