namespace CityLoom.Detection.Fusion;

/// <summary>
/// Control of the false discovery rate over many series: of the findings that stay below a bound, at most that share is expected to be false.
/// </summary>
public static class FalseDiscovery
{
    /// <summary>
    /// Adjusted p-values by Benjamini and Hochberg (1995), for series that are independent or positively dependent, as neighbouring streams are.
    /// </summary>
    /// <param name="pValues">One for each series, from 0 to 1.</param>
    /// <returns>In the order given: the lowest rate at which each would still be a finding.</returns>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues) => BenjaminiHochberg(pValues, 0);

    /// <summary>The same where further series were judged whose p-value is 1 and which are not handed over.</summary>
    /// <param name="pValues">One for each series handed over, from 0 to 1.</param>
    /// <param name="quiet">How many others there are.</param>
    /// <returns>In the order given: the lowest rate at which each would still be a finding.</returns>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues, int quiet) => Adjust(pValues, quiet, 1);

    /// <summary>The same for any dependence (Benjamini and Yekutieli 2001), at the price of a factor of about log m.</summary>
    /// <param name="pValues">One for each series, from 0 to 1.</param>
    /// <returns>In the order given: the lowest rate at which each would still be a finding.</returns>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static double[] BenjaminiYekutieli(IReadOnlyList<double> pValues) => BenjaminiYekutieli(pValues, 0);

    /// <summary>The same where further series were judged whose p-value is 1 and which are not handed over.</summary>
    /// <param name="pValues">One for each series handed over, from 0 to 1.</param>
    /// <param name="quiet">How many others there are.</param>
    /// <returns>In the order given: the lowest rate at which each would still be a finding.</returns>
    /// <exception cref="ArgumentException">A value out of range.</exception>
    public static double[] BenjaminiYekutieli(IReadOnlyList<double> pValues, int quiet) =>
        Adjust(pValues, quiet, Enumerable.Range(1, pValues.Count + quiet).Sum(i => 1.0 / i));

    private static double[] Adjust(IReadOnlyList<double> pValues, int quiet, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quiet);
        if (pValues.Any(p => p is not (>= 0 and <= 1)))
        {
            throw new ArgumentException("A p-value lies from 0 to 1.", nameof(pValues));
        }
        double[] sorted = [.. pValues];
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var adjusted = new double[sorted.Length];
        var lowest = 1.0;
        for (var rank = sorted.Length; rank > 0; rank--)
        {
            lowest = Math.Min(lowest, sorted[rank - 1] * (factor * ((double)(sorted.Length + quiet) / rank)));
            adjusted[order[rank - 1]] = lowest;
        }
        return adjusted;
    }
}
