using System.Diagnostics;
using System.Text;
using CityLoom.Reading;

namespace CityLoom.Tests.Reading.Sources;

public sealed class HtmlTests
{
    private const string Page =
        """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8"><title>云川网</title><script>var a = "<p>不是正文，不是。</p>";</script></head>
        <body>
          <nav><a href="/">首页</a> <a href="/xw">新闻</a></nav>
          <h1>云川市召开推进会</h1>
          <div class="meta">来源：云川日报 发布时间：2023-03-05</div>
          <div class="side"><a href="/1">某区启动老旧小区改造，居民点赞。</a></div>
          <div id="article">
            <p>　　会议强调，要织密&ldquo;服务网&rdquo;，年底前新建
               三十个服务站。</p>
            <p>　　会议要求，各区要建立<b>问题清单</b>，<!-- 注 -->六月底前完成排查。<br>市民政局牵头，各区配合。</p>
            <table><tr><td>任务</td><td>单位</td></tr><tr><td>排查</td><td>市住建局</td></tr></table>
          </div>
          <footer>版权所有 云川市人民政府，地址：一路一号。</footer>
        </body></html>
        """;

    [Fact]
    public void The_article_is_found_under_its_headline()
    {
        Assert.Equal(
            """
            云川市召开推进会
            会议强调，要织密“服务网”，年底前新建三十个服务站。
            会议要求，各区要建立问题清单，六月底前完成排查。
            市民政局牵头，各区配合。
            任务	单位
            排查	市住建局
            """.ReplaceLineEndings("\n"),
            Read.File(Samples.Utf8(Page)));
    }

    [Fact]
    public void Offsets_lead_into_the_source_of_the_page()
    {
        var clean = Read.Clean(Page);
        foreach (var words in (string[])["会议强调", "织密", "服务网", "三十个", "问题清单", "六月底", "排查。", "市民政局", "市住建局"])
        {
            var at = clean.Text.LastIndexOf(words, StringComparison.Ordinal);
            var (start, end) = clean.SourceSpan(at, at + words.Length);
            Assert.Equal(words, Page[start..end]);
        }
    }

    [Fact]
    public void A_page_in_GB18030_reads_as_in_UTF_8() =>
        Assert.Equal(Read.File(Samples.Utf8(Page)), Read.File(Samples.CodePage("gb18030").GetBytes(Page)));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><p>")]
    [InlineData("<a href=x><table><td>")]
    [InlineData("<div></x>")]
    [InlineData("<font color=a><p></font>")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("&amp")]
    public void A_hostile_page_is_read_or_refused_in_time(string tag)
    {
        var page = new StringBuilder("<html><body>").Insert(12, tag, 1_000_000 / tag.Length).Append("会议要求，各区要落实。").ToString();
        var watch = Stopwatch.StartNew();
        var outcome = DirectiveReader.Read(page);
        Assert.True(outcome.Succeeded || outcome.Refusal.Words.En.Length > 0);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), watch.Elapsed.ToString());
    }
}
