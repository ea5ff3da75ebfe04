using CityLoom.Reading;
using CityLoom.Reading.Grammar;

namespace CityLoom.Tests.Reading.Grammar;

public class AttributeTests
{
    [Theory]
    [InlineData("到2025年", null, "2025-12-31")]
    [InlineData("2023年底前", null, "2023-12-31")]
    [InlineData("今年年底前", null, "2021-12-31")]
    [InlineData("10月底前", null, "2021-10-31")]
    [InlineData("2022年3月前", null, "2022-02-28")]
    [InlineData("2022年前", null, "2021-12-31")]
    [InlineData("6月20日18：00前", null, "2021-06-20")]
    [InlineData("2021年4月1日至15日", "2021-04-01", "2021-04-15")]
    [InlineData("2021－2023年", "2021-01-01", "2023-12-31")]
    [InlineData("一季度", "2021-01-01", "2021-03-31")]
    [InlineData("2021年起5年内", "2021-01-01", "2025-12-31")]
    [InlineData("端午节前", null, "2021-06-13")]
    [InlineData("2022年春节前", null, "2022-01-31")]
    [InlineData("元旦前", null, "2021-12-31")]
    [InlineData("“十四五”期间", "2021-01-01", "2025-12-31")]
    [InlineData("到“十五五”末", null, "2030-12-31")]
    [InlineData("5月至10月", "2021-05-01", "2021-10-31")]
    [InlineData("8月中旬", null, "2021-08-20")]
    [InlineData("三季度末", null, "2021-09-30")]
    [InlineData("今年底", null, "2021-12-31")]
    [InlineData("明年底前", null, "2022-12-31")]
    [InlineData("本月底前", null, "2021-03-31")]
    [InlineData("下周五前", null, "2021-03-12")]
    [InlineData("本周内", null, "2021-03-07")]
    [InlineData("下周", "2021-03-08", "2021-03-14")]
    [InlineData("下个月", "2021-04-01", "2021-04-30")]
    [InlineData("下月中旬前", null, "2021-04-20")]
    [InlineData("本月20日前", null, "2021-03-20")]
    [InlineData("次年3月底前", null, "2022-03-31")]
    [InlineData("到2022年6月", null, "2022-06-30")]
    [InlineData("9月，", "2021-09-01", "2021-09-30")]
    [InlineData("第二季度", "2021-04-01", "2021-06-30")]
    [InlineData("三季度前", null, "2021-06-30")]
    [InlineData("次年一季度", "2022-01-01", "2022-03-31")]
    [InlineData("全年", null, "2021-12-31")]
    public void A_deadline_is_the_last_day_in_time(string words, string? start, string end)
    {
        var deadline = Samples.Single(Samples.Plan($"加强建设。{words}建设10个社区食堂。")).Deadline;
        Assert.NotNull(deadline);
        Assert.Equal(start, deadline.Start?.ToString("yyyy-MM-dd"));
        Assert.Equal(end, deadline.End?.ToString("yyyy-MM-dd"));
    }

    [Theory]
    [InlineData("每月公布办理结果", "P1M")]
    [InlineData("每天上报供应情况", "P1D")]
    [InlineData("每年开展2次应急演练", "P1Y")]
    [InlineData("每半年公布办理结果", "P6M")]
    [InlineData("每两周公布办理结果", "P2W")]
    [InlineData("每年3月底前报送书面总结", "P1Y")]
    public void A_rhythm_is_a_recurrence(string act, string recurrence)
    {
        Assert.Equal(recurrence, Samples.Single(Samples.Plan($"加强管理。{act}。")).Deadline?.Recurrence);
    }

    [Theory]
    [InlineData("3个月内", "P3M")]
    [InlineData("半年内", "P6M")]
    [InlineData("两年内", "P2Y")]
    [InlineData("24小时内", "PT24H")]
    public void A_span_of_time_without_a_start_is_a_duration(string span, string duration)
    {
        var measure = Samples.Single(Samples.Plan($"加强管理。{span}建立服务台账。"));
        Assert.Equal(duration, measure.Deadline?.Duration);
        Assert.Empty(measure.Quantities);
    }

    [Theory]
    [InlineData("从4月起，", "2021-04-01")]
    [InlineData("自2022年起，", "2022-01-01")]
    public void A_beginning_has_a_start_and_no_end(string words, string start)
    {
        var deadline = Samples.Single(Samples.Plan($"加强管理。{words}建设10个社区食堂。")).Deadline;
        Assert.Equal((DateOnly.Parse(start), null), (deadline?.Start, deadline?.End));
    }

    [Fact]
    public void A_number_of_years_takes_the_plan_s_period_where_that_is_said_once()
    {
        var reading = Samples.Plan("改造危房。2021年起5年内，改造危房1万户。\n2.培养人才。5年内培养100名网格员；3年内建成5个实训基地。");
        Assert.Equal(
            [(new DateOnly(2021, 1, 1), new DateOnly(2025, 12, 31), null), (new DateOnly(2021, 1, 1), new DateOnly(2025, 12, 31), null), ((DateOnly?)null, (DateOnly?)null, "P3Y")],
            reading.Measures.Where(measure => measure.Quantities.Count > 0).Select(measure => (measure.Deadline?.Start, measure.Deadline?.End, measure.Deadline?.Duration)));
    }

    [Theory]
    [InlineData("用3年左右时间建成5个实训基地", 5)]
    [InlineData("2021—2023年新增学位1000个", 1000)]
    public void How_long_it_takes_is_no_quantity(string act, int value)
    {
        var quantity = Assert.Single(Samples.Single(Samples.Plan($"加强建设。{act}。")).Quantities);
        Assert.Equal(QuantityValue.Of(value), quantity.Value);
    }

    [Theory]
    [InlineData("将办理时限压缩至5个工作日以内")]
    [InlineData("对托育机构按每托位每月800元给予补助")]
    [InlineData("将能耗较2020年压减10%")]
    public void A_level_a_rate_and_a_base_are_no_deadlines(string act)
    {
        Assert.Null(Samples.Single(Samples.Plan($"加强管理。{act}。")).Deadline);
    }

    [Fact]
    public void A_date_holds_for_all_targets_of_its_list()
    {
        var reading = Samples.Plan("加强治理。到2025年，污水处理率达到95%；森林覆盖率不低于45%；全面消除黑臭水体。");
        Assert.All(reading.Measures, measure => Assert.Equal((MeasureKind.Target, new DateOnly(2025, 12, 31)), (measure.Kind, measure.Deadline?.End)));
    }

    [Theory]
    [InlineData("年底前，改造30个老旧小区，新建停车位2000个，加装电梯100部。", 3)]
    [InlineData("2021年，筹集保障房5000套；发放补贴3000户；建设公寓200套。", 3)]
    [InlineData("年底前改造30个老旧小区。新建停车位2000个。", 1)]
    public void A_time_before_the_first_comma_holds_for_its_sentence(string item, int dated)
    {
        var reading = Samples.Plan("更新城市。" + item);
        Assert.Equal(dated, reading.Measures.Count(measure => measure.Deadline?.End == new DateOnly(2021, 12, 31)));
    }

    [Fact]
    public void A_later_act_may_have_a_time_of_its_own()
    {
        var reading = Samples.Plan("更新城市。6月底前，改造30个老旧小区，9月底前新建停车位2000个。");
        Assert.Equal([6, 9], reading.Measures.Where(measure => measure.Quantities.Count > 0).Select(measure => measure.Deadline?.End?.Month));
    }

    [Fact]
    public void A_level_before_the_first_act_of_a_plan_is_a_target()
    {
        var reading = DirectiveGrammar.Read(CleanText.Unchanged("河口市城市更新工作要点\n一、完善设施\n到2025年，全市污水处理率达到98%，新增公园20个。"));
        Assert.Equal(
            [(MeasureKind.Target, "到2025年，全市污水处理率达到98%"), (MeasureKind.Action, "新增公园20个")],
            reading.Measures.Select(measure => (measure.Kind, measure.Text)));
    }

    [Fact]
    public void Who_acts_together_and_when_belongs_to_the_act_behind_it()
    {
        var measure = Samples.Single(Samples.Plan("加强管理。市住建局要会同市发改委、市财政局，于4月15日前制定实施细则。"));
        Assert.Equal("会同市发改委、市财政局，于4月15日前制定实施细则", measure.Text);
        Assert.Equal(new DateOnly(2021, 4, 15), measure.Deadline?.End);
        Assert.Equal(
            [new("市住建局", OwnerRole.Lead), new("市发改委", OwnerRole.Support), new("市财政局", OwnerRole.Support)], measure.Owners);
    }

    [Fact]
    public void A_body_that_acts_with_another_is_told_to_in_a_report_without_a_modal()
    {
        var reading = Samples.Report("要抓好落实。区教育局会同区公安分局开展校园周边整治，建立隐患台账。");
        var measure = Assert.Single(reading.Measures, measure => measure.Text == "会同区公安分局开展校园周边整治");
        Assert.Equal([new("区教育局", OwnerRole.Lead), new("区公安分局", OwnerRole.Support)], measure.Owners);
    }

    [Fact]
    public void A_whole_year_counts_with_the_number_that_it_brings()
    {
        var measure = Samples.Single(Samples.Plan("强化执法。全年执法检查不少于500家次。"));
        Assert.Equal(new DateOnly(2021, 12, 31), measure.Deadline?.End);
        Assert.Equal((Comparator.AtLeast, "家次"), (measure.Quantities[0].Comparator, measure.Quantities[0].Unit));
    }

    [Fact]
    public void A_soft_word_of_time_keeps_only_its_words()
    {
        Assert.Equal(new Deadline("近期"), Samples.Single(Samples.Plan("加强管理。近期开展专项检查。")).Deadline);
    }

    [Theory]
    [InlineData("新建公园8个", Comparator.Equal, 8, "个")]
    [InlineData("培训人员不少于500人次", Comparator.AtLeast, 500, "人次")]
    [InlineData("建设泊位1000个以上", Comparator.AtLeast, 1000, "个")]
    [InlineData("将办理时限压缩至5个工作日", Comparator.AtMost, 5, "个工作日")]
    [InlineData("安排专项资金1.5亿元", Comparator.Equal, 1.5, "亿元")]
    [InlineData("新增就业2万人左右", Comparator.About, 2, "万人")]
    [InlineData("发放补贴不超过3000元", Comparator.AtMost, 3000, "元")]
    [InlineData("给予最高可达50万元的奖励", Comparator.AtMost, 50, "万元")]
    [InlineData("栽植乔木20万株", Comparator.Equal, 20, "万株")]
    [InlineData("给予200元/亩的补贴", Comparator.Equal, 200, "元/亩")]
    [InlineData("招引企业10余家", Comparator.Above, 10, "家")]
    public void A_number_is_a_quantity_with_comparator_and_unit(string act, Comparator comparator, double value, string unit)
    {
        var quantity = Assert.Single(Samples.Single(Samples.Plan($"加强保障。{act}。")).Quantities);
        Assert.Equal((comparator, (decimal)value, unit), (quantity.Comparator, quantity.Value.Number, quantity.Unit));
    }

    [Fact]
    public void Two_numbers_with_a_dash_are_a_range()
    {
        var quantity = Assert.Single(Samples.Single(Samples.Plan("加强保障。每个街道建设2-3个社区食堂。")).Quantities);
        Assert.Equal((Comparator.Range, 2m, 3m), (quantity.Comparator, quantity.Value.Number, quantity.Value.High));
    }

    [Theory]
    [InlineData("为65岁以上老年人建立健康档案")]
    [InlineData("落实24小时值班制度")]
    [InlineData("在学校周边200米范围内设置警示标识")]
    public void A_number_that_says_of_whom_when_or_where_is_no_quantity(string act)
    {
        Assert.Empty(Samples.Single(Samples.Plan($"加强保障。{act}。")).Quantities);
    }

    [Fact]
    public void Dates_and_document_numbers_are_no_quantities()
    {
        Assert.Empty(Samples.Single(Samples.Plan("加强保障。2023年底前落实《关于养老服务的意见》（民发〔2020〕12号）的措施清单。")).Quantities);
    }

    [Fact]
    public void A_bracket_gives_owners_to_every_span_of_its_item()
    {
        var reading = Samples.Plan("服务老人。建设10个社区食堂，培训护理员200名。（牵头单位：市民政局；配合单位：市财政局、各县区人民政府）");
        Assert.Equal(2, reading.Measures.Count);
        Assert.All(reading.Measures, measure => Assert.Equal(
            [new Owner("市民政局", OwnerRole.Lead), new Owner("市财政局", OwnerRole.Support), new Owner("各县区人民政府", OwnerRole.Support)],
            measure.Owners));
    }

    [Theory]
    [InlineData("市科技局牵头，市财政局和各县区人民政府配合", "市科技局 Lead;市财政局 Support;各县区人民政府 Support")]
    [InlineData("责任单位：市工业和信息化局、市数据局", "市工业和信息化局 Responsible;市数据局 Responsible")]
    [InlineData("责任单位：市委金融办、国家金融监督管理总局河口监管分局", "市委金融办 Responsible;国家金融监督管理总局河口监管分局 Responsible")]
    public void A_bracket_parts_its_owners(string note, string owners)
    {
        var measure = Samples.Single(Samples.Plan($"服务企业。建设10个服务站。（{note}）"));
        Assert.Equal(owners, string.Join(';', measure.Owners.Select(owner => $"{owner.Name} {owner.Role}")));
    }

    [Fact]
    public void A_note_in_a_line_of_its_own_covers_its_section()
    {
        var reading = Samples.Plan("服务企业。建设10个服务站。\n2.服务群众。开通3条公交线路。\n责任单位：市交通运输局");
        Assert.Equal(2, reading.Measures.Count);
        Assert.All(reading.Measures, measure => Assert.Equal("市交通运输局", Assert.Single(measure.Owners).Name));
    }

    [Fact]
    public void Who_is_told_in_a_preposed_phrase_answers_for_the_act()
    {
        var measure = Samples.Single(Samples.Report("各县区要比照市里做法，召开现场推进会。"));
        Assert.Equal([new Owner("各县区", OwnerRole.Responsible)], measure.Owners);
    }

    [Fact]
    public void The_subject_that_is_told_to_act_is_the_owner()
    {
        var measure = Samples.Single(Samples.Report("各区县要建立隐患排查台账。"));
        Assert.Equal("建立隐患排查台账", measure.Text);
        Assert.Equal([new Owner("各区县", OwnerRole.Responsible)], measure.Owners);
    }

    [Fact]
    public void Everyone_is_no_owner()
    {
        var measure = Samples.Single(Samples.Report("全市上下要建立隐患排查台账。"));
        Assert.Equal("建立隐患排查台账", measure.Text);
        Assert.Empty(measure.Owners);
    }

    [Theory]
    [InlineData("加强管理。实施“清河护岸”三年行动。", "“清河护岸”三年行动")]
    [InlineData("加强管理。开展河道保洁专项行动。", "河道保洁专项行动")]
    [InlineData("加强管理。压实安全生产“三管三必须”责任。", "“三管三必须”")]
    [InlineData("加强管理。会同市消防救援支队开展“多合一”场所夜查行动。", "“多合一”场所夜查行动")]
    [InlineData("加强管理。建立“周调度、月通报”机制。", "“周调度、月通报”机制")]
    public void What_is_carried_out_under_a_name_is_a_programme(string item, string programme)
    {
        Assert.Equal([programme], Samples.Single(Samples.Plan(item)).Programmes);
    }

    [Fact]
    public void A_quote_that_describes_its_noun_is_no_programme()
    {
        Assert.Empty(Samples.Single(Samples.Plan("加强管理。培育“专精特新”中小企业50家。")).Programmes);
    }

    [Fact]
    public void The_theme_is_the_chain_of_headings()
    {
        Assert.Equal(["主要任务", "服务老人"], Samples.Single(Samples.Plan("服务老人。建设10个社区食堂。")).Theme);
    }

    [Fact]
    public void In_a_report_the_opening_exhortation_heads_its_sentence()
    {
        Assert.Equal("兜牢民生底线", Samples.Single(Samples.Report("要兜牢民生底线，建设10个社区食堂，提高服务水平。")).Theme[^1]);
    }

    [Theory]
    [InlineData("要建立隐患排查台账。", "建立")]
    [InlineData("要加快实施河道清淤工程。", "实施")]
    [InlineData("要加强重点场所监测。", "监测")]
    public void The_verb_comes_without_its_adverbs(string sentence, string verb)
    {
        Assert.Equal(verb, Assert.Single(Samples.Report(sentence).Measures).Verb);
    }

    [Fact]
    public void Each_decision_is_explained_when_asked_for_and_only_then()
    {
        var reading = Samples.Report("要建立隐患排查台账。");
        Assert.Contains(Assert.Single(reading.Measures).Explanation!, note => note.Rule.StartsWith("kind.", StringComparison.Ordinal));
        var silent = CityLoom.Reading.Grammar.DirectiveGrammar.Read(reading.CleanText);
        Assert.All(silent.Measures, measure => Assert.Null(measure.Explanation));
    }
}
