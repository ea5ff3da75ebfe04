namespace CityLoom.Detection.Fusion;

/// <summary>The standard normal distribution, as far as the combination of p-values needs it.</summary>
internal static class Normal
{
    /// <summary>P(Z &gt; z), to about 1e-14 relative: half of the regularized upper gamma function Q(1/2, z²/2).</summary>
    public static double UpperTail(double z) => z >= 0 ? Gamma.Upper(0.5, z * z / 2) / 2 : 1 - (Gamma.Upper(0.5, z * z / 2) / 2);

    /// <summary>The z with P(Z &gt; z) = p: Newton steps on the logarithm of the tail, which is all but straight.</summary>
    public static double UpperQuantile(double p)
    {
        if (p > 0.5)
        {
            return -UpperQuantile(1 - p);
        }
        var z = p < 0.1 ? Math.Sqrt(-2 * Math.Log(p)) : 0;
        for (var step = 0; step < 60; step++)
        {
            var tail = UpperTail(z);
            var change = (Math.Log(tail) - Math.Log(p)) * tail / Density(z);
            z += change;
            if (Math.Abs(change) <= 1e-14 * Math.Max(1, Math.Abs(z)))
            {
                break;
            }
        }
        return z;
    }

    private static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
}
