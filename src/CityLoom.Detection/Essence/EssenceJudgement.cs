namespace CityLoom.Detection.Essence;

/// <summary>What one of the daily detectors found for a day; NaN for what it does not have.</summary>
/// <param name="Expected">Expected count.</param>
/// <param name="Statistic">Standardized excess.</param>
/// <param name="PValue">One-sided.</param>
/// <param name="Level">Colour.</param>
/// <param name="Sigma">Standard error of the forecast (regression).</param>
/// <param name="AdjustedFit">Adjusted R² (regression).</param>
/// <param name="Threshold">The count at which the p-value reaches the settings' threshold.</param>
internal readonly record struct EssenceJudgement(
    double Expected, double Statistic, double PValue, EssenceLevel Level, double Sigma = double.NaN, double AdjustedFit = double.NaN, double Threshold = double.NaN)
{
    private const double RedBelow = 0.01;
    private const double YellowBelow = 0.05;

    public static EssenceJudgement None { get; } = new(double.NaN, double.NaN, double.NaN, EssenceLevel.Grey);

    public static EssenceLevel LevelOf(double p) => p switch
    {
        double.NaN => EssenceLevel.Grey,
        < RedBelow => EssenceLevel.Red,
        < YellowBelow => EssenceLevel.Yellow,
        _ => EssenceLevel.Blue,
    };
}
