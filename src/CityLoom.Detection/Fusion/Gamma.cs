namespace CityLoom.Detection.Fusion;

/// <summary>The incomplete gamma function, by its series and its continued fraction (Abramowitz and Stegun 6.5.29 and 6.5.31).</summary>
internal static class Gamma
{
    private const double Precision = 1e-16;
    private const int MostSteps = 10_000;

    /// <summary>Regularized upper function Q(a, x) for a &gt; 0 and x ≥ 0.</summary>
    public static double Upper(double a, double x) => x switch
    {
        <= 0 => 1,
        double.PositiveInfinity => 0,
        _ => x < a + 1 ? 1 - Series(a, x) : Fraction(a, x),
    };

    private static double Series(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; n < MostSteps && Math.Abs(term) > sum * Precision; n++)
        {
            term *= x / (a + n);
            sum += term;
        }
        return sum * Math.Exp((a * Math.Log(x)) - x - Log(a));
    }

    /// <summary>Lentz's method, forward.</summary>
    private static double Fraction(double a, double x)
    {
        const double tiny = 1e-300;
        var b = x + 1 - a;
        var (c, d) = (1 / tiny, 1 / b);
        var fraction = d;
        for (var n = 1; n < MostSteps; n++)
        {
            var numerator = -n * (n - a);
            b += 2;
            d = NotZero((numerator * d) + b);
            c = NotZero(b + (numerator / c));
            d = 1 / d;
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < Precision * 4)
            {
                break;
            }
        }
        return Math.Exp((a * Math.Log(x)) - x - Log(a)) * fraction;

        static double NotZero(double value) => Math.Abs(value) < tiny ? tiny : value;
    }

    /// <summary>log Γ(a) by Stirling's series, the argument first raised above 15 (Abramowitz and Stegun 6.1.41).</summary>
    private static double Log(double a)
    {
        var below = 0.0;
        for (; a < 15; a++)
        {
            below += Math.Log(a);
        }
        var square = a * a;
        var series = ((1 / 12.0) - (((1 / 360.0) - (((1 / 1260.0) - (1 / (1680.0 * square))) / square)) / square)) / a;
        return ((a - 0.5) * Math.Log(a)) - a + (Math.Log(2 * Math.PI) / 2) + series - below;
    }
}
