using CityLoom.Kernel;

namespace CityLoom.City.Indicators;

/// <summary>Why something about indicators is refused.</summary>
internal static class IndicatorRefusals
{
    public static readonly Refusal Unknown = new("indicator.unknown", "没有这个指标。", "There is no such indicator.", 404);

    public static readonly Refusal NotYours = new(
        "observation.not-yours", "只能填报本单位辖区内的数值。", "You may only report values for the territory of your own organization.", 403);

    public static readonly Refusal NotOver = new(
        "observation.not-over", "这一期还没有结束，结束后再填报。", "The period is not over yet; report it afterwards.", 409);

    public static readonly Refusal NoValues = new("observation.none", "没有要填报的数值。", "There are no values to report.", 400);

    public static readonly Refusal TooMany = new(
        "observation.too-many", "一次最多填报 50,000 个数值，请分几次。", "At most 50,000 values at once; send them in parts.", 400);
}
