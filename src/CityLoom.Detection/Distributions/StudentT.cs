namespace CityLoom.Detection.Distributions;

/// <summary>Student's t distribution with a real number of degrees of freedom.</summary>
internal static class StudentT
{
    /// <summary>P(T > t).</summary>
    public static double Upper(double t, double degrees)
    {
        if (double.IsNaN(t) || !(degrees > 0))
        {
            return double.NaN;
        }
        if (double.IsInfinity(t))
        {
            return t > 0 ? 0 : 1;
        }
        var half = 0.5 * BetaFunction.Regularized(degrees / 2, 0.5, degrees / (degrees + t * t), t * t / (degrees + t * t));
        return t > 0 ? half : 1 - half;
    }

    /// <summary>P(|T| > |t|).</summary>
    public static double TwoSided(double t, double degrees) => 2 * Upper(Math.Abs(t), degrees);

    /// <summary>The t with P(T > t) = p for p below one half: bracketed, then halved to the last digits.</summary>
    public static double UpperQuantile(double p, double degrees)
    {
        var (low, high) = (0.0, 2.0);
        while (Upper(high, degrees) > p)
        {
            (low, high) = (high, 2 * high);
        }
        for (var step = 0; step < 200 && high - low > 1e-15 * high; step++)
        {
            var middle = (low + high) / 2;
            if (Upper(middle, degrees) > p)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
