using CityLoom.Kernel;

namespace CityLoom.Directives;

/// <summary>Why something about a directive is refused.</summary>
internal static class DirectiveRefusals
{
    public static readonly Refusal Unknown = new("directive.unknown", "没有这份部署文件。", "There is no such directive.", 404);

    public static readonly Refusal NotYours = new(
        "directive.not-yours", "这份文件由别的单位管理，您的岗位不能审阅或发布。", "Another organization keeps this directive; your post may not review or publish it.", 403);

    public static readonly Refusal MeasureUnknown = new("measure.unknown", "没有这条举措，可能已被拆分、合并或撤销。", "There is no such measure; it may have been split, merged or undone.", 404);

    public static readonly Refusal Published = new("directive.published", "文件已发布，不能再改；请在事项上办理。", "The directive is published; go on with its matters.", 409);

    public static readonly Refusal NoOwner = new("measure.no-owner", "采纳前须选定责任单位。", "Choose who is responsible before accepting it.", 400);

    public static readonly Refusal OwnerUnknown = new("measure.owner-unknown", "没有这个单位；请从单位名录中选择。", "There is no such organization; choose one of the tree.", 400);

    public static readonly Refusal NotInLedger = new("measure.not-in-ledger", "只有行动和目标进入台账；请先改正类别。", "Only actions and targets enter the ledger; correct the kind first.", 409);

    public static readonly Refusal BadSpan = new(
        "measure.span", "选取的文字须与原文一字不差、在同一段之内，且不能与别的举措重叠；请在正文里重新选取。", "The words must be exactly as in the text, lie in one paragraph and not overlap another measure; select them in the text again.", 400);

    public static readonly Refusal OnePart = new(
        "measure.one-part", "至少要拆成两条；请在要断开的地方换行。", "A split makes at least two parts; break the line where to cut.", 400);

    public static readonly Refusal NoNext = new("measure.no-next", "同一段中没有下一条可以合并。", "There is no next measure in the same paragraph to merge with.", 409);

    public static readonly Refusal NothingToUndo = new("review.nothing-to-undo", "没有可以撤销的操作。", "There is nothing to undo.", 409);

    public static readonly Refusal NothingAccepted = new("directive.nothing-accepted", "还没有采纳任何举措。", "No measure has been accepted yet.", 409);

    public static readonly Refusal SameUnknown = new("measure.same-unknown", "要合并的举措不存在或属于同一份文件。", "The measure to join is unknown or of the same directive.", 400);

    public static readonly Refusal SameUnpublished = new(
        "measure.same-unpublished",
        "要合并的举措所在文件还没有发布；请先发布那一份。",
        "The other measure's directive is not published yet; publish that one first.",
        409);

    public static Refusal Pending(int count) => new(
        "directive.pending", $"还有 {count} 条未审阅；请逐条采纳或驳回后再发布。", $"{count} measures have not been decided on; accept or reject each first.", 409);

    public static Refusal OwnerUnclear(string words, string english) => new(
        "measure.owner-unclear", $"{words}请从名录中选择。", $"{english} Choose from the directory.", 400);

    public static Refusal NoSuchPart(string words) => new(
        "measure.no-such-part", $"“{words}”不在这条原文之中，或先后颠倒；各行须是原文的一段，依次排列。", $"'{words}' is not in the words of this measure, or out of order; each line is a piece of them, in order.", 400);

    public static Refusal Unreadable(string words, string english) => new("directive.unreadable", words, english, 400);
}
