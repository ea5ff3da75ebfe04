namespace CityLoom.Detection.MovingPercentile;

/// <summary>What the moving percentile says of one period.</summary>
/// <param name="Current">The count, or the sum of seven days.</param>
/// <param name="References">How many reference values were known.</param>
/// <param name="Threshold">The percentile.</param>
/// <param name="Median">Their median.</param>
internal readonly record struct PercentileJudgement(double Current, int References, double Threshold, double Median)
{
    public bool Reaches => Current >= Threshold && Current > 0;

    public bool Exceeds => Current > Threshold;
}
