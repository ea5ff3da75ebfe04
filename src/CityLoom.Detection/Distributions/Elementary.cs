namespace CityLoom.Detection.Distributions;

/// <summary>Elementary functions near the points where the plain formula loses its digits.</summary>
internal static class Elementary
{
    /// <summary>log(1 + x), exact to the last digits for small x (Kahan's correction of the rounding of 1 + x).</summary>
    public static double Log1P(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    /// <summary>exp(x) - 1 without cancellation for small x (Kahan).</summary>
    public static double ExpM1(double x)
    {
        var u = Math.Exp(x);
        if (u == 1)
        {
            return x;
        }
        var less = u - 1;
        return less == -1 || double.IsPositiveInfinity(u) ? less : less * x / Math.Log(u);
    }

    /// <summary>x log(x / m) + m - x, the deviance of one count against its mean, without cancellation near x = m (Loader 2000).</summary>
    public static double Deviance(double x, double m)
    {
        if (x == 0)
        {
            return m;
        }
        if (Math.Abs(x - m) >= 0.1 * (x + m))
        {
            return x * Math.Log(x / m) + m - x;
        }
        var v = (x - m) / (x + m);
        var sum = (x - m) * v;
        var term = 2 * x * v;
        for (var j = 1; j < 1000; j++)
        {
            term *= v * v;
            var next = sum + term / (2 * j + 1);
            if (next == sum)
            {
                break;
            }
            sum = next;
        }
        return sum;
    }
}
