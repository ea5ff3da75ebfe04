namespace CityLoom.City.Rates;

/// <summary>The interval of the ratio of two independent counts.</summary>
/// <remarks>
/// Given their sum, the first of two Poisson counts is binomial; the Wilson interval of its share p is carried over by
/// p / (1 − p). R. M. Price and D. G. Bonett, "Estimating the ratio of two Poisson rates", Computational Statistics and
/// Data Analysis 34 (2000) 345–356.
/// </remarks>
internal static class CountRatio
{
    public static Interval Of(long numerator, long denominator)
    {
        var share = Wilson.Of(numerator, numerator + denominator);
        return new(share.Low / (1 - share.Low), share.High < 1 ? share.High / (1 - share.High) : double.PositiveInfinity);
    }
}
