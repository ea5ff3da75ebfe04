using CityLoom.Web.Charts;
using CityLoom.Web.Maps;
using CityLoom.Web.Parts;

namespace CityLoom.Web.Pages.Development;

/// <summary>Invented views for the page of parts.</summary>
internal static class Samples
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 40, 0, TimeSpan.FromHours(8));

    internal static readonly FactView[] Facts =
    [
        new("首问责任", "汉阳区城市更新局"), new("承办", "物业管理科"), new("配合", "区消防救援大队，5 个街道"),
        new("督办", "市政府督查室"), new("对应指标", "消防通道整治数", "#targets", "全市 74 / 120"),
    ];

    internal static readonly FileView[] Files =
    [
        new("整改前后照片.zip", "#files", 8_412_000, Now.AddDays(-1)), new("现场核查记录.pdf", "#files", 214_000, Now.AddDays(-4), "区消防救援大队"),
        new("通道净宽测量表.xlsx", "#files", 18_400, Now.AddDays(-4)),
    ];

    internal static readonly FilterView[] Filters =
    [
        new("district", "区", "420105", [new("420105", "汉阳区"), new("420106", "武昌区")]),
        new("light", "灯", null, [new("red", "超期"), new("yellow", "滞后"), new("blue", "临期")]),
        new("kind", "类别", null, [new("measure", "举措"), new("hazard", "隐患")]),
    ];

    internal static readonly (string Title, string Place, string Owner, ClockView Clock)[] Rows =
    [
        ("前川街道 3 处危房住户转移安置", "黄陂区 前川街道", "黄陂区住房和城市更新局", new(Light.Red, "超期 1 天 6 小时")),
        ("轨道 12 号线武昌段管线迁改，进度落后计划 11 天", "武昌区 白沙洲街道", "市城建局", new(Light.Yellow, "还剩 3 个工作日", 78)),
        ("雨季前泵站联合调试，5 座待签收", "东西湖区", "东西湖区水务和湖泊局", new(Light.Blue, "还剩 6 小时 20 分", 88)),
        ("开通急救车辆优先通行路口 120 个", "全市", "市公安局交管局", new(Light.None, "还剩 214 个工作日", 12)),
        ("8 个新增急救站点选址", "全市", "市卫生健康委", new(Light.Green, "2月24日办结")),
    ];

    internal static readonly FigureView[] Figures =
    [
        new("在办事项", "18,426", "#list", Trend: [20, 19, 21, 18, 17, 15, 16, 12], Change: "比上周少 312"),
        new("本周到期", "3,214", "#list", Trend: [8, 10, 6, 11, 12, 10, 11.4, 14], Change: "比上周多 146"),
        new("超期", "982", "#list", Note: "占在办 5.3%", Trend: [24, 19, 22, 15, 13, 11, 9, 3], Change: "比上周少 61"),
        new("预警", "7", "#list", Note: "橙 1 黄 2 蓝 4", Trend: [2, 3, 1, 2, 4, 3, 3, 5], Change: "比上周多 2"),
        new("满意率", "91.6", "#list", "%", "近 30 天回访 40,218 件", [88, 88.8, 88.4, 90, 91.2, 91.6, 92.8, 94], "比上月高 0.8 个百分点"),
    ];

    internal static readonly IReadOnlyDictionary<string, double> Overdue = new Dictionary<string, double>
    {
        ["420102"] = 4.1, ["420103"] = 3.2, ["420104"] = 6.4, ["420105"] = 7.3, ["420106"] = 5.2, ["420107"] = 2.6, ["420111"] = 6.9,
        ["420112"] = 3.8, ["420113"] = 2.1, ["420114"] = 5.7, ["420115"] = 4.8, ["420116"] = 9.6, ["420117"] = 8.4,
    };

    /// <summary>The districts, where the host of the page has set them.</summary>
    internal static CityMap? Map { get; set; }

    internal static readonly RollUpView[] Children =
    [
        new("琴断口街道", "#children", Light.Green, "办结", 5, 5, new(Light.Green, "2月24日办结")),
        new("江堤街道", "#children", Light.Blue, "临期", 3, 4, new(Light.Blue, "还剩 1 个工作日")),
        new("晴川街道", "#children", Light.Yellow, "滞后", 1, 3, new(Light.Yellow, "还剩 2 个工作日")),
        new("五里墩街道", "#children", Light.Red, "超期", 1, 3, new(Light.Red, "超期 4 小时")),
        new("永丰街道", "#children", Light.None, "核查中", 1, 3, new(Light.None, "还剩 1 个工作日")),
    ];

    internal static readonly TimelineView[] Journal =
    [
        new(Now, "上传整改照片 4 张", "五里墩街道办事处", "七里小区 2 号门通道已清障划线，现场复核约在 3月3日上午。", "3f2a91c07b"),
        new(Now.AddHours(-14), "五里墩街道 2 处转为超期 (红灯)", "系统", "时限到达而未反馈，督办单同步送区政府督查室。"),
        new(Now.AddDays(-20), "派遣至区城市更新局", "区政府办公室", "首问责任单位自此计时，时限 12 个工作日。"),
    ];

    internal static readonly TargetView[] Targets =
    [
        new("消防通道整治数", "处", Path(0, 120, 4), [P(1, 31, 18), P(2, 28, 40), P(3, 31, 74)], new(2026, 4, 12), Light.Yellow, "滞后：比计划少 6 处",
            "计划 3月31日 80 处，实际 74 处。", new("目标来自", "城市安全隐患集中整治方案，第 18 条", "#targets")),
        new("急救 10 分钟覆盖人口", "%", [P(1, 1, 86), P(6, 30, 91), P(12, 31, 95)], [P(1, 1, 86), P(2, 28, 89.2), P(3, 31, 90.4)], new(2026, 4, 12), Light.None, "快于计划"),
    ];

    internal static readonly LeagueView League = new("按期办结率", "期限内办结数 ÷ 应办结数", "2026年2月", "%", 30, 94.8,
    [
        Unit("江汉区", 412, 98.1, 96.3, 99, 1), Unit("青山区", 226, 97.8, 94.9, 99.1, 2), Unit("武昌区", 618, 95.6, 93.7, 97, 3), Unit("汉阳区", 391, 94.1, 91.3, 96, 4),
        Unit("新洲区", 344, 91.9, 88.5, 94.3, 5), Unit("黄陂区", 402, 90.3, 87, 92.8, 6), Unit("汉南区", 17, 100, 81.6, 100, null),
    ]);

    private static LeagueRow Unit(string name, int n, double value, double low, double high, int? rank) =>
        new(name, n, "#league", value, low, high, rank) { Counted = (long)Math.Round(n * value / 100), CountedHref = "#league" };

    private static TargetPoint P(int month, int day, double value) => new(new DateOnly(2026, month, day), value);

    private static TargetPoint[] Path(double from, double to, int months) =>
        [P(1, 1, from), .. Enumerable.Range(1, months).Select(m => P(m, DateTime.DaysInMonth(2026, m), from + (to - from) * m / months))];
}
