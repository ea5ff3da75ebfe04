namespace CityLoom.Tests.Reading.Cleaning;

public sealed class CreditsTests
{
    private const string First = "会议强调，要织密社区服务网，年底前新建三十个便民服务站，由市民政局牵头办理。";
    private const string Last = "各区人民政府负责同志，市有关部门主要负责人参加会议，各街道设分会场收看收听。";

    [Theory]
    [InlineData("(责编:王一 李二 审核:张三)")]
    [InlineData("云川台记者:王一 李二 通讯员:张三")]
    [InlineData("责任编辑：")]
    [InlineData("记者 王一 通讯员 李二")]
    [InlineData("一审：王一 二审：李二 三审：张三")]
    [InlineData("文/图 王一")]
    [InlineData("（云川日报记者 王一）")]
    [InlineData("编辑：王一　校对：李二")]
    public void Credit_lines_at_the_end_go(string credit) => Assert.Equal([First, Last], Read.Paragraphs($"{First}\n{Last}\n{credit}"));

    [Theory]
    [InlineData("（责任编辑：王一）")]
    [InlineData("（记者 王一 李二）")]
    [InlineData("（王一 李二）")]
    [InlineData("（王一）")]
    [InlineData("（完）")]
    [InlineData(" 责任编辑：王一")]
    [InlineData("（作者单位：市委研究室 责编：王一）（审核：李二）")]
    public void Credits_after_the_last_sentence_go(string credit) => Assert.Equal([First, Last], Read.Paragraphs($"{First}\n{Last}{credit}"));

    [Theory]
    [InlineData("（责任单位：市民政局、市财政局，各区人民政府）")]
    [InlineData("（市民政局）")]
    [InlineData("（区教育局、区卫健局）")]
    [InlineData("（牵头单位：市水务局）")]
    public void Owners_in_brackets_stay(string owners) => Assert.Equal([First, Last + owners], Read.Paragraphs($"{First}\n{Last}{owners}"));

    [Theory]
    [InlineData("云川日报讯（记者 王一 李二）")]
    [InlineData("云川融媒讯 (记者 王一)")]
    [InlineData("本报讯（记者王一 通讯员李二）")]
    [InlineData("本报讯 ")]
    [InlineData("新华社云川3月5日电（记者王一）")]
    [InlineData("新华社云川3月5日电 ")]
    [InlineData("云川网讯 ")]
    [InlineData("【云川网讯】")]
    [InlineData("（本报记者 王一）")]
    [InlineData("云川晚报3月5日讯（通讯员 王一）")]
    public void A_dateline_goes(string dateline) => Assert.Equal([First, Last], Read.Paragraphs($"{dateline}{First}\n{Last}"));

    [Theory]
    [InlineData("各区要报送讯息（电话除外），确保三十分钟内到达市应急指挥中心，不得迟报、漏报、瞒报。")]
    [InlineData("加强电力通讯保障，供电、通信等企业要在汛期前完成设施检查，确保不断电、不断网。")]
    [InlineData("快讯平台要在每天十八时前汇总各街道情况，由市大数据局审核后向社会公布，接受群众监督。")]
    public void Sentences_that_speak_of_news_or_power_stay(string sentence) => Assert.Equal([sentence, Last], Read.Paragraphs($"{sentence}\n{Last}"));

    [Fact]
    public void A_lead_that_is_cut_off_by_dots_goes_when_the_text_repeats_it() =>
        Assert.Equal([First, Last], Read.Paragraphs($"{First[..20]}...\n{First}\n{Last}"));

    [Fact]
    public void A_lead_paragraph_set_above_the_text_goes() =>
        Assert.Equal(["云川市召开推进会", First, Last], Read.Paragraphs($"{First}\n云川市召开推进会\n{First}\n{Last}"));

    [Fact]
    public void The_documents_own_second_title_stays()
    {
        string[] lines = ["云川市人民政府关于印发供水方案的通知", "云政发〔2023〕5号", "云川市人民政府关于印发供水方案的通知", First];
        Assert.Equal(lines, Read.Paragraphs(string.Join('\n', lines)));
    }
}
