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

    /// <summary>Mean of the values that are there; NaN are left out.</summary>
    public static double MeanOfKnown(ReadOnlySpan<double> values)
    {
        var (sum, known) = (0.0, 0);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                (sum, known) = (sum + value, known + 1);
            }
        }
        return sum / known;
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
