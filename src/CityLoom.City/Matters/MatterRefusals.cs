using CityLoom.Kernel;

namespace CityLoom.City.Matters;

/// <summary>Why an act on a matter is refused.</summary>
internal static class MatterRefusals
{
    public static readonly Refusal Unknown = new("matter.unknown", "没有这个事项，或您无权查看。", "There is no such matter, or you may not see it.", 404);

    public static readonly Refusal NotYours = new(
        "matter.not-yours", "您的岗位不能在这个事项上做这一步。", "Your post may not do this on this matter.", 403);

    public static readonly Refusal OwnCase = new(
        "matter.own-case", "这一步须由另一人或上级单位来做，不能自己核自己。", "Somebody else has to do this: nobody judges their own case.", 403);

    public static readonly Refusal ReasonNeeded = new("matter.reason", "这一步必须写明理由或说明。", "This needs a reason in words.", 400);

    public static readonly Refusal OrganizationUnknown = new("matter.organization", "没有这个单位；请从单位名录中选择。", "There is no such organization; choose one of the tree.", 400);

    public static readonly Refusal SameOrganization = new("matter.same-organization", "事项已在这个单位。", "The matter is with that organization already.", 409);

    public static readonly Refusal BadDate = new("matter.date", "日期须在 1900 年至 2200 年之间。", "A date lies between the years 1900 and 2200.", 400);

    public static readonly Refusal TooLong = new("matter.too-long", "说明不超过 20000 个字符；更长的请作为佐证上传。", "Words have at most 20,000 characters; send more as evidence.", 400);

    public static readonly Refusal NothingAsked = new("matter.no-extension-asked", "没有待批的延时申请。", "No extension has been asked for.", 409);

    public static readonly Refusal AskedAlready = new("matter.extension-asked", "已有一个延时申请待批。", "An extension has been asked for already.", 409);

    public static readonly Refusal TooLate = new(
        "matter.extension-late", "已经超期；延时须在到期之前申请。", "It is overdue; an extension is asked for before the due date.", 409);

    public static readonly Refusal NoDue = new("matter.no-due", "这个事项没有期限，无须延时。", "This matter has no due date to extend.", 409);

    public static readonly Refusal NotLater = new("matter.extension-not-later", "新的期限须晚于现在的期限。", "The new date must be later than the present one.", 400);

    public static readonly Refusal NoOrder = new("matter.no-order", "没有待答复的督办。", "No supervision order waits for an answer.", 409);

    public static readonly Refusal ColourNeeded = new("matter.colour", "督办须选蓝、黄、红之一。", "A supervision order is blue, yellow or red.", 400);

    public static readonly Refusal ProgressNeeded = new(
        "matter.progress", "进度须为 0–100 的整数，月份形如 2026-03。", "Progress is a whole number from 0 to 100, the month like 2026-03.", 400);

    public static readonly Refusal IntoNeeded = new("matter.into", "并案须写明并入哪个在办事项，且不能是它自己。", "Name another, open matter in which it goes on.", 400);

    public static readonly Refusal FileNeeded = new("matter.file", "请选择要上传的文件。", "Choose a file.", 400);

    public static readonly Refusal NobodyAbove = new(
        "matter.nobody-above", "上面没有可以裁定的单位；请转办，或说明情况。", "No organization stands above that could judge this; hand it over, or note what stands in the way.", 409);

    public static readonly Refusal WholeEnded = new(
        "matter.whole-ended", "上级事项已经结案；请先重新交办上级事项。", "The matter of which this is a part has ended; open that one again first.", 409);

    public static readonly Refusal OwnEndpoint = new(
        "matter.own-endpoint", "佐证和分解各有自己的入口 (evidence, parts)。", "Evidence and parts have endpoints of their own.", 400);

    public static readonly Refusal NotOverdue = new("matter.not-overdue", "还没有到提级的时候。", "It is not yet time to escalate.", 409);

    public static readonly Refusal OpenParts = new("matter.open-parts", "还有下级事项没有办结，不能反馈办结。", "Parts of it are still open; finish them first.", 409);

    public static readonly Refusal Moved = new(
        "matter.moved", "事项在您打开之后已有变化，请看过最新情况再决定。", "The matter has moved on since you opened it; look again before you decide.", 409);

    public static Refusal NotNow(Act act, MatterState state) => new(
        "matter.not-now", $"事项处于“{MatterWords.Of(state).Zh}”，现在不能“{MatterWords.Of(act).Zh}”。",
        $"The matter is '{MatterWords.Of(state).En}'; '{MatterWords.Of(act).En}' is not possible now.", 409);
}
