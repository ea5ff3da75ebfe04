using CityLoom.Kernel;

namespace CityLoom.Health;

/// <summary>Why something of the health net is refused.</summary>
internal static class HealthRefusals
{
    public static readonly Refusal NoCounts = new("count.none", "没有要报告的数值。", "There are no counts to report.", 400);

    public static readonly Refusal TooManyCounts = new(
        "count.too-many", "一次最多报告 50,000 个数值，请分几次。", "At most 50,000 counts at once; send them in parts.", 400);

    public static readonly Refusal NotYours = new(
        "count.not-yours", "只能报告本单位辖区内的数值。", "You may only report counts for the territory of your own organization.", 403);

    public static readonly Refusal UnknownStream = new("stream.unknown", "没有这条数据流。", "There is no such stream.", 404);

    public static readonly Refusal UnknownWarning = new("warning.unknown", "没有这条预警。", "There is no such warning.", 404);

    public static readonly Refusal NotEpidemiologist = new(
        "warning.role", "研判预警须由流行病学岗办理；您可以查看。", "Warnings are judged by the epidemiologist's post; you may read them.", 403);

    public static readonly Refusal NeedsReason = new("warning.reason", "请写明依据或理由，2 至 2000 个字符。", "State the grounds or the reason, 2 to 2,000 characters.", 400);

    public static readonly Refusal NeedsLevel = new("warning.level", "请选定级别：1 红、2 橙、3 黄、4 蓝。", "Choose a level: 1 red, 2 orange, 3 yellow, 4 blue.", 400);

    public static readonly Refusal NeedsOnset = new(
        "warning.onset", "请填起始日期，不晚于发现之日、不早于其前 120 天。", "Give the day it emerged, at or before the day it was detected and no more than 120 days earlier.", 400);

    public static readonly Refusal Changed = new(
        "warning.changed", "预警在您打开后有了变化；请看过新情况再办。", "The warning has changed since you opened it; look at it again first.", 409);

    public static Refusal SweptLater(DateOnly last) => new(
        "sweep.order", $"已扫到 {last:yyyy-MM-dd}；预警逐日累积，不能再扫更早的日子。", $"Swept up to {last:yyyy-MM-dd}; warnings grow day by day, so an earlier day cannot be swept any more.", 409);

    public static readonly Refusal Future = new("sweep.future", "不能扫未来的日子。", "A day to come cannot be swept.", 400);

    public static Refusal Merged(long into) => new(
        "warning.merged", $"这条预警已并入预警 {into}；请在那里办理。", $"This warning has become part of warning {into}; act on that one.", 409);

    public static Refusal NotNow(Warnings.WarningAct act, Warnings.WarningStage stage)
    {
        var (words, now) = (Warnings.WarningWords.Of(act), Warnings.WarningWords.Of(stage));
        return new("warning.not-now", $"“{now.Zh}”阶段不能“{words.Zh}”；请刷新后再看能办什么。", $"'{words.En}' is not possible while it is '{now.En}'; reload to see what is.", 409);
    }

    public static Refusal OtherRhythm(string code) => new(
        "stream.rhythm", $"{code} 已有计数，不能改按日或按周；请另登记一条数据流。", $"{code} has counts already, so it cannot change between days and weeks; enter another stream.", 409);

    public static Refusal BadDocument(string what, string why) => new(
        "health." + what, $"文件不成形：{why}", $"The file is malformed: {why}", 400);
}
