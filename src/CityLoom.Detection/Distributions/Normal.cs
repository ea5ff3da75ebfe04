namespace CityLoom.Detection.Distributions;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    private const double InverseSqrtTwoPi = 0.398942280401432677939946059934;

    public static double Density(double x) => InverseSqrtTwoPi * Math.Exp(-0.5 * x * x);

    /// <summary>P(Z ≤ x).</summary>
    public static double Lower(double x) => Upper(-x);

    /// <summary>
    /// P(Z > x). Between -2 and 2 by the series of Marsaglia (2004, J. Stat. Software 11(4)), whose terms are all of one sign;
    /// beyond by Laplace's continued fraction of Mills' ratio (DLMF 7.9.2).
    /// </summary>
    public static double Upper(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }
        if (x < -2)
        {
            return 1 - Tail(-x);
        }
        return x > 2 ? Tail(x) : 0.5 - Centre(x);
    }

    /// <summary>The x with P(Z > x) = p.</summary>
    public static double UpperQuantile(double p)
    {
        if (p is 0 or 1)
        {
            return p == 0 ? double.PositiveInfinity : double.NegativeInfinity;
        }
        if (!(p > 0 && p < 1))
        {
            return double.NaN;
        }
        return p > 0.5 ? -Solve(1 - p) : Solve(p);
    }

    /// <summary>The x with P(Z ≤ x) = p.</summary>
    public static double Quantile(double p) => p > 0.5 ? Solve(1 - p) : -UpperQuantile(p);

    /// <summary>Abramowitz and Stegun 26.2.23 (4.5e-4) sharpened by Halley steps on the logarithm's slope.</summary>
    private static double Solve(double p)
    {
        if (p is 0.5 or 0)
        {
            return p == 0 ? double.PositiveInfinity : 0;
        }
        var t = Math.Sqrt(-2 * Math.Log(p));
        var x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        for (var step = 0; step < 8; step++)
        {
            var error = (Upper(x) - p) / Density(x);
            var move = error / (1 - 0.5 * x * error);
            x += move;
            if (Math.Abs(move) < 1e-15 * (1 + Math.Abs(x)))
            {
                break;
            }
        }
        return x;
    }

    private static double Centre(double x)
    {
        var (sum, term) = (x, x);
        for (var i = 3; i < 200; i += 2)
        {
            term *= x * x / i;
            var next = sum + term;
            if (next == sum)
            {
                break;
            }
            sum = next;
        }
        return sum * Density(x);
    }

    private static double Tail(double x)
    {
        var terms = (int)(20 + 240 / (x * x));
        var fraction = x;
        for (var k = terms; k > 0; k--)
        {
            fraction = x + k / fraction;
        }
        return Density(x) / fraction;
    }
}
