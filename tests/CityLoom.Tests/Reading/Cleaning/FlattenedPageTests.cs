namespace CityLoom.Tests.Reading.Cleaning;

public sealed class FlattenedPageTests
{
    private static readonly string Filler = string.Concat(Enumerable.Repeat("各区要建立问题清单，逐项明确责任单位和完成时限，按月公布进度，接受群众监督。", 12));

    [Fact]
    public void A_plan_on_one_line_falls_apart_into_its_paragraphs()
    {
        string[] paragraphs =
        [
            "云川市人民政府关于印发供水保障十条措施的通知", "云政发〔2023〕5号", "各区人民政府，市政府各部门：", "现将《供水保障 十条措施》印发给你们，请认真执行。",
            "一、总体要求", Filler, "二、主要任务", "（一）更换旧管。年底前更换 12 公里旧管。（责任单位：市水务局）", "（二）公布水质。每月公布一次水质。（责任单位：市水务局）",
            "第三条 抢修队伍要在三十分钟内到达。", "云川市人民政府", "2023年3月5日", "（此件公开发布）",
        ];
        Assert.Equal(paragraphs, Read.Paragraphs(string.Join(' ', paragraphs)));
    }

    [Fact]
    public void The_two_halves_of_a_headline_stay_together() => Assert.Equal(
        ["云川全力保障城市供水 让市民用上放心水", "3月5日，云川市召开供水工作会议。" + Filler, "市有关部门负责人参加会议。"],
        Read.Paragraphs($"云川全力保障城市供水 让市民用上放心水 云川日报讯（记者 王一 李二）3月5日，云川市召开供水工作会议。{Filler} 市有关部门负责人参加会议。 责任编辑："));

    [Fact]
    public void Wide_gaps_part_paragraphs() => Assert.Equal(
        ["云川市召开会议", Filler, "会议要求，各区要落实。"], Read.Paragraphs($"云川市召开会议　　{Filler}　　会议要求，各区要落实。"));
}
