using CityLoom.Reading;
using CityLoom.Reading.Grammar;

namespace CityLoom.Tests.Reading.Grammar;

public class DocumentTests
{
    [Fact]
    public void The_facts_of_a_plan_come_from_its_layout()
    {
        var facts = Samples.Plan("服务老人。建设10个社区食堂。").Document;
        Assert.Equal("河口市便民服务实施方案", facts.Title);
        Assert.Equal("2021-03-05", facts.Date);
        Assert.Equal(DocumentKind.Plan, facts.Kind);
    }

    [Fact]
    public void The_facts_of_a_report_come_from_its_opening()
    {
        var facts = Samples.Report("要抓好落实。").Document;
        Assert.Equal("全市工作推进会议", facts.Meeting);
        Assert.Equal("2021-03-05", facts.Date);
        Assert.Equal(DocumentKind.MeetingReport, facts.Kind);
    }

    [Theory]
    [InlineData("今年是“十四五”规划的收官之年。", "2025-12-31")]
    [InlineData("今年是新中国成立75周年。", "2024-12-31")]
    [InlineData("2023年，全市完成投资300亿元。到2030年，还要翻一番。2023年，新开工项目20个。", "2023-12-31")]
    public void The_year_of_an_undated_report_is_presumed_from_what_it_names(string hint, string end)
    {
        var reading = DirectiveGrammar.Read(CleanText.Unchanged($"全市重点项目推进会召开\n会议指出，{hint}会议强调，要在年底前建成20个社区食堂。"));
        Assert.Equal(DateOnly.Parse(end), Assert.Single(reading.Measures, measure => measure.Quantities.Count > 0 && measure.Kind == MeasureKind.Action).Deadline?.End);
    }

    [Fact]
    public void Nothing_is_presumed_where_the_text_names_no_year()
    {
        var reading = DirectiveGrammar.Read(CleanText.Unchanged("全市重点项目推进会召开\n会议强调，要在年底前建成20个社区食堂。"));
        Assert.Equal(new Deadline("年底前"), Assert.Single(reading.Measures, measure => measure.Kind == MeasureKind.Action).Deadline);
    }

    [Fact]
    public void Small_cities_that_no_list_knows_are_bodies_and_owners()
    {
        var reading = Samples.Plan("清理岸线。东岭市、临江市负责清理岸线50公里。");
        Assert.Equal(["东岭市", "临江市"], Samples.Single(reading).Owners.Select(owner => owner.Name));
        Assert.Equal([BodyLevel.District, BodyLevel.District], reading.Bodies.Where(body => body.Name is "东岭市" or "临江市").Select(body => body.Level));
    }

    [Theory]
    [InlineData("推进超大城市、现代城市建设")]
    [InlineData("规范集贸市场、夜市和早市")]
    [InlineData("10月底前报市政府、市委")]
    public void A_city_in_the_middle_of_other_words_is_no_body(string act) =>
        Assert.DoesNotContain(Samples.Plan($"加强管理。{act}。").Bodies, body => body.Level == BodyLevel.District);

    [Theory]
    [InlineData("要大力实施强链、补链、延链三大工程。", "强链", "补链", "延链")]
    [InlineData("要打好除险攻坚、降碳攻坚、稳岗攻坚“三战”。", "除险攻坚", "降碳攻坚", "稳岗攻坚")]
    [InlineData("要推行集成化、清单化、扁平化调度模式。", "集成化", "清单化", "扁平化")]
    [InlineData("要聚焦食品、药品、特种设备等重点领域，开展隐患排查。", "食品", "药品", "特种设备")]
    public void A_list_is_a_framework_without_the_words_that_lead_to_it(string sentence, params string[] members) =>
        Assert.Equal(members, Assert.Single(Samples.Report(sentence).Frameworks).Members);

    [Theory]
    [InlineData("湖口市城市管理条例实施情况的通报", DocumentKind.Notice)]
    [InlineData("中共河口市委十届三次全体会议决议", DocumentKind.Resolution)]
    [InlineData("河口市垃圾分类实施意见", DocumentKind.Plan)]
    public void The_title_tells_the_genre(string title, DocumentKind kind)
    {
        Assert.Equal(kind, DirectiveGrammar.Read(CleanText.Unchanged(title + "\n各单位要认真执行。")).Document.Kind);
    }

    [Theory]
    [InlineData("市生态环境局", BodyLevel.City)]
    [InlineData("省发展改革委", BodyLevel.Province)]
    [InlineData("国务院", BodyLevel.Central)]
    [InlineData("区住房城乡建设局", BodyLevel.District)]
    [InlineData("各街道办事处", BodyLevel.Street)]
    [InlineData("市防汛抗旱指挥部", BodyLevel.City)]
    public void A_body_is_named_with_its_level(string name, BodyLevel level)
    {
        Assert.Contains(new Body(name, level), Samples.Report($"{name}要建立隐患排查台账。").Bodies);
    }

    [Fact]
    public void A_counted_quote_is_a_framework()
    {
        var framework = Assert.Single(Samples.Report("要走好“兴水、建城、强产、育人”四条路子。").Frameworks);
        Assert.Equal(["兴水", "建城", "强产", "育人"], framework.Members);
    }

    [Fact]
    public void Headings_built_alike_are_a_framework()
    {
        var reading = DirectiveGrammar.Read(CleanText.Unchanged("河口市就业实施方案\n一、聚力稳岗位\n建立台账。\n二、聚力拓岗位\n建立台账。\n三、聚力优服务\n建立台账。"));
        Assert.Equal(["聚力稳岗位", "聚力拓岗位", "聚力优服务"], Assert.Single(reading.Frameworks).Members);
    }
}
