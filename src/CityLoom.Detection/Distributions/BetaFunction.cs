namespace CityLoom.Detection.Distributions;

/// <summary>The regularized incomplete beta function.</summary>
internal static class BetaFunction
{
    /// <summary>
    /// I_x(a, b) by the continued fraction of DLMF 8.17.22 in Lentz's form, taken from the side on which it converges fast. The
    /// complement 1 - x is given apart, since it loses its digits when it is formed from x.
    /// </summary>
    public static double Regularized(double a, double b, double x, double complement)
    {
        if (x <= 0 || complement <= 0)
        {
            return x <= 0 ? 0 : 1;
        }
        return x < (a + 1) / (a + b + 2)
            ? Front(a, b, x, complement) * Fraction(a, b, x) / a
            : 1 - Front(a, b, x, complement) * Fraction(b, a, complement) / b;
    }

    /// <summary>x^a (1-x)^b / B(a, b), by Stirling errors and deviances instead of three large logarithms.</summary>
    private static double Front(double a, double b, double x, double complement)
    {
        var n = a + b;
        var exponent = GammaFunction.StirlingError(n) - GammaFunction.StirlingError(a) - GammaFunction.StirlingError(b)
            - Elementary.Deviance(a, n * x) - Elementary.Deviance(b, n * complement);
        return Math.Exp(exponent) * Math.Sqrt(a * b / (2 * Math.PI * n));
    }

    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        var (c, d) = (1.0, 1 - (a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < tiny ? tiny : d);
        var value = d;
        for (var m = 1; m < 10_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            (c, d) = Step(even, c, d);
            value *= c * d;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            (c, d) = Step(odd, c, d);
            value *= c * d;
            if (Math.Abs(c * d - 1) < 1e-16)
            {
                break;
            }
        }
        return value;

        static (double C, double D) Step(double numerator, double c, double d)
        {
            d = 1 + numerator * d;
            c = 1 + numerator / c;
            return (Math.Abs(c) < tiny ? tiny : c, 1 / (Math.Abs(d) < tiny ? tiny : d));
        }
    }
}
