using CityLoom.City.Indicators;

namespace CityLoom.City.Rates;

/// <summary>A figure by which units are compared, with the one formula it is computed by.</summary>
public sealed record Rate
{
    /// <summary>A short code for addresses and files, such as <c>on-time-closing</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>What is counted above the line.</summary>
    public required Bilingual Numerator { get; init; }

    /// <summary>What is counted below the line.</summary>
    public required Bilingual Denominator { get; init; }

    /// <summary>What is counted in neither.</summary>
    public required Bilingual Exclusions { get; init; }

    /// <summary>The smallest denominator with which a unit is ranked.</summary>
    public required int MinimumVolume { get; init; }

    /// <summary>Whether more or less is better.</summary>
    public Direction Direction { get; init; } = Direction.HigherIsBetter;

    /// <summary>Proportion, ratio, mean or reduction.</summary>
    public RateShape Shape { get; init; } = RateShape.Proportion;

    /// <summary>The formula in one sentence, with exclusions, minimum and interval.</summary>
    public Bilingual Formula => new(
        $"{Name.Zh} = {Numerator.Zh} ÷ {Denominator.Zh}。不计：{Exclusions.Zh}。分母不足 {MinimumVolume} 的单位列出但不排名。{IntervalWords.Zh}。",
        $"{Name.En} = {Numerator.En} ÷ {Denominator.En}. Excluded: {Exclusions.En}. Units with a denominator below {MinimumVolume} are listed, not ranked. {IntervalWords.En}.");

    /// <summary>The value of a rate, or null where there is nothing to divide by.</summary>
    public static double? Quotient(long numerator, long denominator) => denominator == 0 ? null : (double)numerator / denominator;

    /// <summary>The 95 % interval, or null where the shape has none or there is nothing to divide by.</summary>
    public Interval? IntervalOf(long numerator, long denominator) => Shape switch
    {
        _ when denominator == 0 => null,
        RateShape.Proportion => Wilson.Of(numerator, denominator),
        RateShape.Ratio => CountRatio.Of(numerator, denominator),
        _ => null,
    };

    private Bilingual IntervalWords => Shape switch
    {
        RateShape.Proportion => Wilson.Source,
        RateShape.Ratio => new("95% 区间：两个计数之比（由威尔逊区间换算）", "95 % interval of the ratio of two counts, from the Wilson interval of their share"),
        RateShape.Mean => new("均值，不附区间", "A mean, without an interval"),
        _ => new("全数统计，不附区间", "A complete count, without an interval"),
    };
}
