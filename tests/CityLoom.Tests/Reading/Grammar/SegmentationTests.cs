namespace CityLoom.Tests.Reading.Grammar;

public class SegmentationTests
{
    [Theory]
    [InlineData("优化窗口。按照就近便民原则，设立3个服务窗口。", "按照就近便民原则，设立3个服务窗口")]
    [InlineData("优化窗口。依托市民服务中心，建立一站式受理平台。", "依托市民服务中心，建立一站式受理平台")]
    [InlineData("优化窗口。对符合条件的企业，给予一次性补贴2万元。", "对符合条件的企业，给予一次性补贴2万元")]
    [InlineData("优化窗口。到2025年，建成社区驿站100个。", "到2025年，建成社区驿站100个")]
    public void A_preposed_phrase_belongs_to_the_act_after_it(string item, string act)
    {
        Assert.Equal([act], Samples.Ledger(Samples.Plan(item)));
    }

    [Fact]
    public void Objects_joined_by_the_enumeration_comma_stay_together()
    {
        Assert.Equal(["建设游园、绿道、停车场"], Samples.Ledger(Samples.Plan("改善环境。建设游园、绿道、停车场。")));
    }

    [Fact]
    public void Stops_inside_quotes_and_brackets_do_not_cut()
    {
        Assert.Equal(["开展“我为群众办实事，争做服务标兵”活动"], Samples.Ledger(Samples.Plan("改进作风。开展“我为群众办实事，争做服务标兵”活动。")));
    }

    [Fact]
    public void An_owner_note_stays_outside()
    {
        Assert.Equal(["建设10个社区食堂"], Samples.Ledger(Samples.Plan("服务老人。建设10个社区食堂（责任单位：市民政局）。")));
    }

    [Fact]
    public void Neighbouring_principles_are_one_span_and_parts_are_not_joined()
    {
        var reading = Samples.Report("要坚持人民至上，弘扬优良作风；牢记初心使命，永葆奋斗精神。");
        Assert.Equal(["坚持人民至上，弘扬优良作风", "牢记初心使命，永葆奋斗精神"], reading.Measures.Select(measure => measure.Text));
    }

    [Fact]
    public void A_list_after_其中_goes_on_with_its_act()
    {
        Assert.Equal(["新建公园8个，其中：综合公园2个，口袋公园6个"], Samples.Ledger(Samples.Plan("改善环境。新建公园8个，其中：综合公园2个，口袋公园6个。")));
    }
}
