using CityLoom.Reading;

namespace CityLoom.Tests.Reading.Cleaning;

public sealed class OffsetTests
{
    private const string Source =
        "首页> 新闻\r\n雲川日報訊（記者 王一）會(huì )議強調，要織密「服務(wù)網」，年底前新建三十個便民服務(wù)站。\r\n　　市民政局牽頭，沿著江岸&ldquo;佈點&rdquo;。\r\n(責編：王一)\r\n";

    [Theory]
    [InlineData("会议强调", "會(huì )議強調")]
    [InlineData("织密“服务网”", "織密「服務(wù)網」")]
    [InlineData("新建三十个便民服务站", "新建三十個便民服務(wù)站")]
    [InlineData("市民政局牵头，沿着江岸", "市民政局牽頭，沿著江岸")]
    [InlineData("“布点", "&ldquo;佈點")]
    public void A_span_of_the_clean_text_leads_back_to_the_words_of_the_source(string clean, string source)
    {
        var text = Read.Clean(Source);
        var at = text.Text.IndexOf(clean, StringComparison.Ordinal);
        Assert.True(at >= 0, text.Text);
        var (start, end) = text.SourceSpan(at, at + clean.Length);
        Assert.Equal(source, Source[start..end]);
    }

    [Fact]
    public void Offsets_never_step_back()
    {
        var text = Read.Clean(Source);
        var offsets = Enumerable.Range(0, text.Text.Length + 1).Select(text.SourceOffset).ToArray();
        Assert.Equal(offsets.Order(), offsets);
        Assert.InRange(offsets[^1], 0, Source.Length);
    }

    [Fact]
    public void An_empty_span_stays_empty()
    {
        var (start, end) = Read.Clean(Source).SourceSpan(3, 3);
        Assert.Equal(start, end);
    }

    [Fact]
    public void An_unchanged_text_is_its_own_source() => Assert.Equal((4, 7), CleanText.Unchanged("各区要建立清单。").SourceSpan(4, 7));
}
