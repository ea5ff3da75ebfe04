namespace CityLoom.Detection.Distributions;

/// <summary>The logarithm of the gamma function and its derivatives for positive arguments.</summary>
internal static class GammaFunction
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    /// <summary>
    /// ln Γ(x + 1) - ln(√(2π x) (x/e)^x), the error of Stirling's formula: its asymptotic series (DLMF 5.11.1) above 16, below by
    /// the recurrence δ(x) = δ(x + 1) + (x + ½) ln(1 + 1/x) - 1.
    /// </summary>
    public static double StirlingError(double x)
    {
        var error = 0.0;
        while (x < 16)
        {
            error += (x + 0.5) * Elementary.Log1P(1 / x) - 1;
            x++;
        }
        var square = 1 / (x * x);
        return error + (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188
            - square * (691.0 / 360360 - square / 156)))))) / x;
    }

    /// <summary>ln Γ(x), x > 0.</summary>
    public static double Log(double x) => x < 1
        ? Log(x + 1) - Math.Log(x)
        : HalfLogTwoPi + (x - 0.5) * Math.Log(x) - x + StirlingError(x);

    /// <summary>ψ(x), the derivative of ln Γ: recurrence up to 16, then DLMF 5.11.2.</summary>
    public static double Digamma(double x)
    {
        var sum = 0.0;
        while (x < 16)
        {
            sum -= 1 / x;
            x++;
        }
        var s = 1 / (x * x);
        return sum + Math.Log(x) - 0.5 / x
            - s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s * (1.0 / 132 - s * (691.0 / 32760 - s / 12))))));
    }

    /// <summary>ψ'(x): recurrence up to 16, then DLMF 5.15.8.</summary>
    public static double Trigamma(double x)
    {
        var sum = 0.0;
        while (x < 16)
        {
            sum += 1 / (x * x);
            x++;
        }
        var s = 1 / (x * x);
        return sum + 1 / x + s / 2
            + s / x * (1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s * (1.0 / 30 - s * (5.0 / 66 - s * (691.0 / 2730 - s * 7 / 6))))));
    }
}
