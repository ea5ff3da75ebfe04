namespace CityLoom.City.Rates;

/// <summary>The score interval of a proportion.</summary>
/// <remarks>
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
/// Statistical Association 22 (1927) 209–212; method 3, without continuity correction, in R. G. Newcombe, "Two-sided
/// confidence intervals for the single proportion", Statistics in Medicine 17 (1998) 857–872, whose examples are our tests.
/// </remarks>
public static class Wilson
{
    /// <summary>The 97.5 % point of the normal distribution.</summary>
    internal const double Z = 1.959963984540054;

    /// <summary>The source as a table may print it.</summary>
    public static Bilingual Source { get; } = new(
        "95% 威尔逊（Wilson）得分区间，1927",
        "95 % Wilson score interval (Wilson 1927; Newcombe 1998, method 3)");

    /// <summary>The 95 % interval of <paramref name="successes"/> out of <paramref name="n"/>.</summary>
    /// <param name="successes">0 to n.</param>
    /// <param name="n">At least 1.</param>
    public static Interval Of(long successes, long n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, n);
        var p = (double)successes / n;
        var shrink = 1 + Z * Z / n;
        var centre = (p + Z * Z / (2.0 * n)) / shrink;
        var half = Z / shrink * Math.Sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
        return new(successes == 0 ? 0 : centre - half, successes == n ? 1 : centre + half);
    }
}
