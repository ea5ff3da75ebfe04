using CityLoom.Reading;

namespace CityLoom.Tests.Reading.Grammar;

public class KindTests
{
    [Theory]
    [InlineData("要加强学习，建立重点项目联席会议制度，不断提高服务水平。", "建立重点项目联席会议制度")]
    [InlineData("要提高认识，开展“清河护岸”专项行动，推动环境持续向好。", "开展“清河护岸”专项行动")]
    [InlineData("要坚持底线思维，排查整治老旧小区、商场、学校等场所火灾隐患，确保社会和谐稳定。", "排查整治老旧小区、商场、学校等场所火灾隐患")]
    [InlineData("要强化担当，新建3座污水处理厂，努力增强群众获得感。", "新建3座污水处理厂")]
    [InlineData("要转变作风，完善容错纠错机制，营造良好氛围。", "完善容错纠错机制")]
    public void An_act_between_exhortations_is_found_alone(string sentence, string act)
    {
        Assert.Equal([act], Samples.Ledger(Samples.Report(sentence)));
        Assert.Equal(MeasureKind.Action, Samples.Single(Samples.Report(sentence)).Kind);
    }

    [Theory]
    [InlineData("要提高政治站位，增强“四个意识”，坚定不移推动高质量发展。")]
    [InlineData("要牢牢把握发展主线，坚持人民至上，不断提升治理能力。")]
    [InlineData("要大力弘扬实干精神，努力营造干事创业的浓厚氛围。")]
    [InlineData("要深入贯彻落实习近平总书记重要讲话精神，切实增强责任感使命感。")]
    public void Exhortation_alone_is_one_principle(string sentence)
    {
        var measure = Assert.Single(Samples.Report(sentence).Measures);
        Assert.Equal(MeasureKind.Principle, measure.Kind);
        Assert.Equal(sentence[1..^1], measure.Text);
    }

    [Theory]
    [InlineData("要加快转型，打造全国一流的现代物流枢纽。", "打造全国一流的现代物流枢纽")]
    [InlineData("要压实责任，争创国家卫生城市。", "争创国家卫生城市")]
    [InlineData("要全力以赴抓经济，确保完成全年目标任务。", "确保完成全年目标任务")]
    [InlineData("要抓好疫病防控，确保不发生重大动物疫情。", "确保不发生重大动物疫情")]
    [InlineData("要强化调度，确保森林覆盖率不低于45%。", "确保森林覆盖率不低于45%")]
    [InlineData("要优化服务，把河口建设成区域医疗中心。", "把河口建设成区域医疗中心")]
    public void An_end_state_is_a_target(string sentence, string target)
    {
        var measure = Samples.Single(Samples.Report(sentence));
        Assert.Equal((target, MeasureKind.Target), (measure.Text, measure.Kind));
    }

    [Fact]
    public void A_statement_of_the_situation_is_left_out()
    {
        Assert.Empty(Samples.Report("当前我市正处于转型升级的关键时期，机遇与挑战并存。").Measures);
    }

    [Fact]
    public void What_was_done_is_a_report_of_the_past()
    {
        var reading = Samples.Report("要抓好落实。\n会议审议通过了《河口市城市更新办法》，听取了防汛工作汇报。");
        Assert.Equal(2, reading.Measures.Count(measure => measure.Kind == MeasureKind.ReportOfPast));
    }

    [Theory]
    [InlineData("改善出行条件。对停车矛盾突出的路段实行分时停车，不得设置地桩地锁。", "对停车矛盾突出的路段实行分时停车", "不得设置地桩地锁")]
    [InlineData("方便群众办事。鼓励社区设立代办点，公布办事指南。", "鼓励社区设立代办点", "公布办事指南")]
    public void The_items_of_a_plan_need_no_modal(string item, params string[] acts)
    {
        Assert.Equal(acts, Samples.Ledger(Samples.Plan(item)));
    }

    [Theory]
    [InlineData("研发经费投入强度达到2.8%以上")]
    [InlineData("年底前信访积案全部化解")]
    [InlineData("确保二季度“双过半”")]
    public void A_level_completeness_and_a_halfway_mark_are_targets(string clause)
    {
        Assert.Equal(MeasureKind.Target, Samples.Single(Samples.Plan($"加强管理。{clause}。")).Kind);
    }

    [Fact]
    public void A_work_report_tells_what_was_done_and_what_shall_be_done()
    {
        var reading = CityLoom.Reading.Grammar.DirectiveGrammar.Read(CleanText.Unchanged("""
            河口市2025年政府工作报告（节选）
            2025年1月8日
            一、2024年工作回顾
            改造老旧小区94个，城乡居民医保实现市域统一结算。
            二、2025年工作安排
            今年经济社会发展的主要预期目标是：地区生产总值增长6%左右；城镇新增就业4.2万人以上。
            （一）扩大有效需求。举办促消费活动200场以上，打造夜间经济街区3条。
            """));
        Assert.Equal(DocumentKind.Report, reading.Document.Kind);
        Assert.Equal(
            [
                (MeasureKind.Target, "地区生产总值增长6%左右"), (MeasureKind.Target, "城镇新增就业4.2万人以上"),
                (MeasureKind.Action, "举办促消费活动200场以上"), (MeasureKind.Action, "打造夜间经济街区3条"),
            ],
            reading.Measures.Where(measure => measure.Kind != MeasureKind.ReportOfPast).Select(measure => (measure.Kind, measure.Text)));
        Assert.All(reading.Measures.Where(measure => measure.Kind == MeasureKind.Target),
            measure => Assert.Equal(new DateOnly(2025, 12, 31), measure.Deadline?.End));
    }

    [Fact]
    public void The_purpose_of_a_plan_is_a_principle_and_its_closing_words_stay_outside()
    {
        var reading = Samples.Plan("加强培训。\n为方便群众办事，提高服务效率，特制定本方案。");
        var purpose = Assert.Single(reading.Measures, measure => measure.Kind == MeasureKind.Principle);
        Assert.Equal("为方便群众办事，提高服务效率", purpose.Text);
    }
}
