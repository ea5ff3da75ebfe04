namespace CityLoom.Detection.Farrington;

/// <summary>What the Farrington detector of 1996 found for one period.</summary>
/// <param name="Upper">Greatest count without an alarm; 0 when too few cases were seen to judge.</param>
/// <param name="Expected">Predicted mean, which is also the median of the predictive distribution.</param>
/// <param name="Score">How far the count has gone from the expected to the threshold; above 1 it exceeds it.</param>
/// <param name="UpTo">Predictive probability of a count up to the observed one.</param>
/// <param name="Trend">True when the trend was kept.</param>
/// <param name="Alarm">True when the count exceeds the threshold.</param>
internal readonly record struct FarringtonJudgement(double Upper, double Expected, double Score, double UpTo, bool Trend, bool Alarm);
