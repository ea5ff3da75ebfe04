using CityLoom.Web.Parts;
using CityLoom.Web.Review;

namespace CityLoom.Web.Pages.Development;

/// <summary>An invented directive under review, with a span inside another one.</summary>
internal static class SampleReview
{
    private static readonly string[] Lines =
    [
        "二、补齐急救网络短板",
        "去年以来，全市新建急救站点十四个，平均反应时间缩短一分二十秒，但远城区南部和湖区之间仍有空白。要坚持就近就急、统一指挥，把时间还给病人。",
        "到今年年底，中心城区十分钟、新城区十二分钟急救覆盖人口均达到百分之九十五以上。市卫生健康委牵头，六月底前完成八个新增站点选址并开工建设，九月底前全部投入使用。各区要对辖区急救站点周边的停车、限行和施工围挡开展一次全面排查，建立台账，逐项销号。公安交管部门配合开通急救车辆优先通行路口，年内不少于一百二十个。",
        "三、把群众的急难愁盼办在前面",
        "民有所呼，我有所为。市城运中心对一个月内同一地点反映三次以上的诉求逐件提级督办。诉求按期办结率稳定在百分之九十八以上，满意率不低于百分之九十二。",
        "四、压实工作责任",
        "各区各部门于三月二十日前将任务分解表报市政府办公厅。市政府督查室按季度通报进展，对连续两个季度滞后的单位进行约谈。",
    ];

    private static readonly string Text = string.Join('\n', Lines);

    internal static readonly ReviewView View = Make();

    private static ReviewView Make()
    {
        var owner = new GapView(null, "原文只写“各区”", [new("each", "拆为 13 个区，各由区政府负责 (建议)"), new("health", "市卫生健康委牵头")]);
        var due = new GapView(null, "原文未写", [new("2026-06-30", "2026年6月30日 (建议：与上一条站点开工同日)")]);
        SpanView[] spans =
        [
            Span(21, "去年以来", "仍有空白。", SpanKind.Past),
            Span(22, "要坚持就近", "还给病人。", SpanKind.Principle),
            Span(23, "到今年年底", "九十五以上。", SpanKind.Target, SpanStatus.Accepted) with { Words = "急救 10 / 12 分钟覆盖人口 ≥ 95%", Owner = Said("市卫生健康委"), Due = Said("2026年12月31日"), Quantity = "95%" },
            Span(24, "市卫生健康委牵头", "投入使用。", SpanKind.Action, SpanStatus.Rejected) with { Words = "8 个新增急救站点选址、开工并投用", Owner = Said("市卫生健康委"), Due = Said("2026年9月30日"), Quantity = "8 个站点" },
            Span(25, "各区要对辖区", "逐项销号。", SpanKind.Action) with
            {
                Words = "各区对急救站点周边的停车、限行和施工围挡开展一次全面排查，建立台账，逐项销号。", Owner = owner, Due = due, Makes = "采纳后将生成 13 件事项",
                Candidates = [new("26", "开通急救车辆优先通行路口", "本文件第 26 条"), new("x", "清理医院和急救站点出入口的违停，确保生命通道畅通", "城市安全隐患集中整治方案，第 9 条", 0.81)],
            },
            Span(35, "建立台账", "逐项销号。", SpanKind.Action) with { Words = "建立台账，逐项销号", Owner = owner, Due = due },
            Span(26, "公安交管部门", "一百二十个。", SpanKind.Action) with { Words = "开通急救车辆优先通行路口", Owner = Said("市公安局交管局"), Due = Said("2026年12月31日"), Quantity = "≥ 120 个路口" },
            Span(27, "民有所呼", "我有所为。", SpanKind.Principle),
            Span(28, "市城运中心", "提级督办。", SpanKind.Action) with { Words = "一月内同地三次以上诉求逐件提级督办", Owner = Said("市城运中心"), Due = due, Error = "没有保存：期限不能早于文件日期 2026年2月10日，请另选日期。" },
            Span(30, "诉求按期办结率", "九十二。", SpanKind.Target) with { Owner = owner, Due = due },
            Span(33, "各区各部门", "办公厅。", SpanKind.Action, SpanStatus.Merged) with { Owner = Said("各区各部门"), Due = Said("2026年3月20日"), AlsoSaid = [new("任务分解表报办公厅备案", "年度重点工作分工方案，第 2 条", "#c33")] },
            Span(34, "市政府督查室", "约谈。", SpanKind.Action) with { Owner = Said("市政府督查室"), Due = due },
        ];
        return new ReviewView("/parts", Text, Headings(), spans, new TallyView(57, 36, 5, 12, 30))
        {
            Owners = [new("市卫生健康委", "市卫生健康委"), new("市城运中心", "市城运中心")],
        };
    }

    private static HashSet<int> Headings() => [.. Lines.Where(l => l[1] == '、').Select(l => Text.IndexOf(l, StringComparison.Ordinal))];

    private static GapView Said(string words) => new(words, null, [new(words, words)]);

    private static SpanView Span(int number, string from, string to, SpanKind kind, SpanStatus status = SpanStatus.Pending)
    {
        var start = Text.IndexOf(from, StringComparison.Ordinal);
        var end = Text.IndexOf(to, start, StringComparison.Ordinal) + to.Length;
        return new SpanView($"{number}", number, start, end, kind, status, Text[start..end], Text[start..end]) { Theme = start < Text.IndexOf('三', StringComparison.Ordinal) ? "急救网络" : "群众诉求" };
    }
}
