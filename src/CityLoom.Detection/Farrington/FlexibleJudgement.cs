namespace CityLoom.Detection.Farrington;

/// <summary>What the flexible Farrington detector found for one period; NaN where something could not be told.</summary>
/// <param name="Upper">Greatest count without an alarm.</param>
/// <param name="Expected">Predicted mean.</param>
/// <param name="Score">How far the count has gone from the expected to the threshold; above 1 it exceeds it.</param>
/// <param name="PValue">Probability of a count as large.</param>
/// <param name="Mean">Mean of the distribution behind the threshold.</param>
/// <param name="Phi">Dispersion, at least 1.</param>
/// <param name="Slope">Trend of the log mean in a period; NaN when no trend was kept.</param>
/// <param name="Alarm">True when the count exceeds the threshold.</param>
internal readonly record struct FlexibleJudgement(
    double Upper, double Expected, double Score, double PValue, double Mean, double Phi, double Slope, bool Alarm)
{
    /// <summary>False when the regression did not settle or there was nothing to judge.</summary>
    public bool IsTold => !double.IsNaN(Phi);

    public static FlexibleJudgement Unknown { get; } = new(
        double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, false);
}
