using CityLoom.Kernel;

namespace CityLoom.Emergency.Supplies;

/// <summary>Why something about supplies is refused.</summary>
internal static class SupplyRefusals
{
    public static readonly Refusal Unknown = new("supply.unknown", "没有这个需求。", "There is no such request.", 404);

    public static readonly Refusal NoLot = new("supply.lot", "没有这批物资。", "There is no such lot.", 404);

    public static readonly Refusal NotYours = new("supply.not-yours", "这一步要由申请单位，或管着仓库的指挥单位来做。", "This is for those who asked, or for those who command the warehouse.", 403);

    public static readonly Refusal NoItem = new("supply.item", "没有这种物资。", "There is no such item.", 400);

    public static readonly Refusal NoWarehouse = new("supply.warehouse", "没有这个仓库。", "There is no such warehouse.", 400);

    public static readonly Refusal BadQuantity = new("supply.quantity", "数量为 1 至 1,000,000 的整数。", "A quantity is a whole number from 1 to 1,000,000.", 400);

    public static readonly Refusal BadPriority = new("supply.priority", "优先级为 1 至 4，1 最急；时限为 1 至 10,000 分钟。", "Priorities are 1 to 4, 1 being first; a limit is 1 to 10,000 minutes.", 400);

    public static readonly Refusal NoPlace = new("supply.place", "请写明送到哪里（区划；没有边界图的区划还要坐标）。", "Say where it goes: a place of the division tree, with a point where it has no outline.", 400);

    public static readonly Refusal BadReturn = new("supply.returned", "归还数量不能为负，也不能多于收到的数量。", "What comes back is neither negative nor more than what was received.", 400);

    public static readonly Refusal NotExpired = new("supply.not-expired", "只能核销已过期且没有被调拨的物资。", "Only what has expired and is promised to nobody is written off.", 409);

    public static Refusal NotNow(SupplyAct act, SupplyState state) => new(
        "supply.not-now", $"需求处于“{state.Words().Zh}”，现在不能这样做。", $"The request is '{state.Words().En}'; '{act}' is not possible now.", 409);

    public static Refusal Short(long quantity, string words, string english) => new(
        "supply.short", $"还差 {quantity}：{words}。可以先调拨有的部分。", $"{quantity} are short: {english}. What there is may be promised already.", 409);
}
