namespace CityLoom.Tests.Reading.Cleaning;

public sealed class PageChromeTests
{
    private const string First = "会议强调，要织密社区服务网，年底前新建三十个便民服务站，由市民政局牵头办理。";
    private const string Last = "各区人民政府负责同志，市有关部门主要负责人参加会议，各街道设分会场收看收听。";

    [Theory]
    [InlineData("编辑:admin 时间:2022-02-23 09:58")]
    [InlineData("来源：云川日报  作者：本报记者")]
    [InlineData("发布日期：2023-03-05 来源：市政府办")]
    [InlineData("【字体：大 中 小】")]
    [InlineData("字号： 大 中 小")]
    [InlineData("首页> 新闻中心> 政务要闻")]
    [InlineData("您当前的位置：首页 > 新闻 > 正文")]
    [InlineData("2023-03-05 10:22")]
    [InlineData("2023年3月5日 10:22 云川网")]
    [InlineData("浏览次数：1024")]
    [InlineData("索引号：00301/2023-0012")]
    [InlineData("打印 收藏 关闭")]
    [InlineData("信息来源：云川市政府网")]
    [InlineData("推进会现场.jpg")]
    [InlineData("2023年03月05日 星期日")]
    [InlineData("第03版：要闻")]
    [InlineData("云川市召开推进会_云川新闻_云川网")]
    [InlineData("微信 智能问答 繁體版")]
    [InlineData("网站首页 | 政务公开 | 政务服务 | 互动交流")]
    public void Chrome_over_a_document_goes(string line) =>
        Assert.Equal(["云川市召开推进会", First, Last], Read.Paragraphs($"云川市召开推进会\n{line}\n{First}\n{Last}"));

    [Theory]
    [InlineData("上一篇：云川市部署防汛工作")]
    [InlineData("下一篇: 没有了")]
    [InlineData("版权所有：云川市人民政府 备案号：某ICP备00000000号-1")]
    [InlineData("Copyright © 2023 Yunchuan All Rights Reserved")]
    [InlineData("地址：云川市一路一号  邮编：000000")]
    [InlineData("联系电话：000-0000000 传真：000-0000001")]
    [InlineData("技术支持：云川信息中心")]
    [InlineData("扫一扫在手机打开当前页")]
    [InlineData("关注官方微信")]
    [InlineData("分享到：微信 微博 QQ空间")]
    [InlineData("【打印本页】 【关闭窗口】")]
    [InlineData("责任编辑：某某")]
    [InlineData("免责声明：本网转载内容不代表本网观点。")]
    public void Chrome_under_a_document_goes(string line) => Assert.Equal([First, Last], Read.Paragraphs($"{First}\n{Last}\n{line}"));

    [Fact]
    public void Links_and_comments_go_to_the_end()
    {
        string[] tail = ["相关阅读", "云川市启动旧改", "某区推进河道整治", "网友评论", "说得好，希望我们小区也能早日开工，大家都盼着这一天呢，已经等了好几年了。"];
        Assert.Equal([First, Last], Read.Paragraphs(string.Join('\n', [First, Last, .. tail])));
    }

    [Theory]
    [InlineData("云川市人民政府")]
    [InlineData("2023年3月5日")]
    [InlineData("（此件公开发布）")]
    [InlineData("特此通知。")]
    [InlineData("附件：1.任务分工表")]
    [InlineData("数据来源：市统计局年度数据")]
    public void What_belongs_to_the_document_stays_at_its_end(string line) =>
        Assert.Equal([First, Last, line], Read.Paragraphs($"{First}\n{Last}\n{line}"));

    [Theory]
    [InlineData("云政发〔2023〕5号")]
    [InlineData("各区人民政府，市政府各部门：")]
    [InlineData("（2023年3月5日市委全会通过）")]
    public void What_belongs_to_the_document_stays_at_its_head(string line) =>
        Assert.Equal(["关于加强供水管理的通知", line, First], Read.Paragraphs($"关于加强供水管理的通知\n{line}\n{First}"));

    [Theory]
    [InlineData("数据来源：市统计局，市水务局。")]
    [InlineData("考核时间：每年12月")]
    [InlineData("工作地址：各街道便民服务中心")]
    [InlineData("来源地管控：落实首站负责制")]
    public void Labels_inside_a_document_stay(string line) => Assert.Equal([First, line, Last], Read.Paragraphs($"{First}\n{line}\n{Last}"));

    [Fact]
    public void Publication_data_goes_with_values_on_lines_of_their_own()
    {
        string[] data = ["• 索引号:", "0000280000/2023-001005", "• 来源:", "• 发文机构:", "市政府网站", "• 发布日期:", "2023年04月06日 16:34", "• 内容概述:"];
        Assert.Equal(["云川市供水规则", First, Last], Read.Paragraphs(string.Join('\n', [.. data, "云川市供水规则", First, Last])));
    }

    [Fact]
    public void Html_left_over_in_a_text_goes() => Assert.Equal(
        ["会议强调，要织密“服务网”，年底前建成。", "各区要落实，用水 < 用电。"],
        Read.Paragraphs("会议强调，要<strong>织密</strong>&ldquo;服务网&rdquo;，<!-- x -->年底前建成。</p><p class=\"a\">各区要落实，用水 &lt; 用电。"));
}
