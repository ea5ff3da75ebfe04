using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Locate;

/// <summary>Every refusal of the location models, so that their words can be read in one place.</summary>
internal static class LocateFaults
{
    public static InputFault NoUnits(int units) => new("locate.no-units",
        $"要设的站数是 {units}，至少为 1。", $"The number of stations is {units}; it must be at least 1.");

    public static InputFault TooManyUnits(int units, long room) => new("locate.too-many-units",
        $"要设 {units} 个，但允许的站址一共只能放 {room} 个。请减少数量或增加站址。",
        $"{units} are asked for but the allowed sites hold only {room}. Ask for fewer or add sites.");

    public static InputFault TooFewForFixed(int units, long fixedUnits) => new("locate.too-few-for-fixed",
        $"要设 {units} 个，少于已固定的 {fixedUnits} 个。数量须包括现有站。",
        $"{units} are asked for, fewer than the {fixedUnits} fixed ones. The number includes the existing stations.");

    public static InputFault ContraryRules(int site, int least, int most) => new("locate.contrary-rules",
        $"第 {site} 个站址既要至少 {least} 个又最多 {most} 个（是否同时固定又禁止？）。",
        $"Site {site} must hold at least {least} and at most {most} (is it both fixed and forbidden?).");

    public static InputFault WrongLength(string what, int given, int wanted) => new("locate.wrong-length",
        $"{what} 有 {given} 项，应为 {wanted} 项。", $"There are {given} values of {what}; there must be {wanted}.");

    public static InputFault BadWeight(int demand, double weight) => new("locate.bad-weight",
        $"第 {demand} 个需求点的权重是 {weight}，须为 0 到 1e12 之间的数。",
        $"Demand {demand} has the weight {weight}; it must lie between 0 and 1e12.");

    public static InputFault BadShare(string what, double share) => new("locate.bad-share",
        $"{what} 是 {share}，须在 0 与 1 之间。", $"{what} is {share}; it must lie between 0 and 1.");

    public static InputFault BadCapacity(int site, double capacity) => new("locate.bad-capacity",
        $"第 {site} 个站址的能力是 {capacity}，不能为负数。", $"Site {site} has the capacity {capacity}; it must not be negative.");

    public static InputFault Impossible(string words, string english) => new("locate.impossible", words, english);

    public static InputFault OutOfTime { get; } = new("locate.out-of-time",
        "在给定时间内没有找到满足全部条件的方案，也没有证明不存在。请放宽时间或条件。",
        "Within the time no plan was found that meets every condition, nor was it proved that there is none. Allow more time or relax a condition.");
}
