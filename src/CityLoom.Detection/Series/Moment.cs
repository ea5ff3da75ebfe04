namespace CityLoom.Detection.Series;

/// <summary>Mean and standard deviation of a few values.</summary>
internal static class Moment
{
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }
        return sum / values.Length;
    }

    /// <summary>Mean and sample standard deviation (n - 1), in two passes so that nothing cancels.</summary>
    public static (double Mean, double Deviation) MeanAndDeviation(ReadOnlySpan<double> values)
    {
        var (mean, squares) = (Mean(values), 0.0);
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }
        return (mean, Math.Sqrt(squares / (values.Length - 1)));
    }
}
