namespace CityLoom.Detection.Fusion;

/// <summary>Makes one p-value of several that may depend on each other, each with a weight.</summary>
public static class CombinePValues
{
    private const double Highest = 0.99;
    private const double Lowest = 1e-300;

    /// <summary>Combines p-values.</summary>
    /// <param name="pValues">From 0 to 1, one at least.</param>
    /// <param name="weights">0 or more, one above 0; only their proportions count.</param>
    /// <param name="how">The method.</param>
    /// <param name="correlations">
    /// For Brown and Stouffer the correlation of the streams' normal scores by their numbers; independent when left out. The others need none.
    /// </param>
    /// <exception cref="ArgumentException">Nothing to combine, unequal numbers, or a value out of range.</exception>
    public static double Run(IReadOnlyList<double> pValues, IReadOnlyList<double> weights, Combination how, Func<int, int, double>? correlations = null)
    {
        Check(pValues, weights);
        var total = weights.Sum();
        var shares = weights.Select(weight => weight / total).ToArray();
        var low = pValues.Select(p => Math.Max(p, Lowest)).ToArray();
        var correlation = correlations ?? ((_, _) => 0);
        return Math.Clamp(how switch
        {
            Combination.Cauchy => Cauchy(low, shares),
            Combination.HarmonicMean => HarmonicMean(low, shares),
            Combination.Brown => Brown(low, shares, correlation),
            _ => Stouffer(low, shares, correlation),
        }, 0, 1);
    }

    /// <summary>Which part of the combined statistic each stream makes up; a stream that speaks against makes none. The parts add up to 1.</summary>
    /// <param name="pValues">From 0 to 1, one at least.</param>
    /// <param name="weights">0 or more, one above 0.</param>
    /// <param name="how">The method.</param>
    /// <exception cref="ArgumentException">Nothing to combine, unequal numbers, or a value out of range.</exception>
    public static double[] Shares(IReadOnlyList<double> pValues, IReadOnlyList<double> weights, Combination how)
    {
        Check(pValues, weights);
        var terms = pValues.Zip(weights, (p, weight) => weight == 0 ? 0 : weight * Math.Max(0, Term(Math.Max(p, Lowest), how))).ToArray();
        var sum = terms.Sum();
        return [.. terms.Select(term => sum > 0 ? term / sum : 1.0 / terms.Length)];
    }

    private static double Term(double p, Combination how) => how switch
    {
        Combination.Cauchy => 1 / Math.Tan(Math.PI * Math.Min(p, Highest)),
        Combination.HarmonicMean => 1 / p,
        Combination.Brown => -Math.Log(p),
        _ => Normal.UpperQuantile(Math.Min(p, 1 - 1e-16)),
    };

    /// <summary>The tail of a standard Cauchy at Σ w tan(π(1/2 − p)); a p-value near 1 speaks against no other one.</summary>
    private static double Cauchy(double[] p, double[] shares)
    {
        if (shares.Count(share => share > 0) == 1)
        {
            return p[Array.FindIndex(shares, share => share > 0)];
        }
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
        {
            sum += shares[i] / Math.Tan(Math.PI * Math.Min(p[i], Highest));
        }
        return sum > 0 ? Math.Atan(1 / sum) / Math.PI : 0.5 - (Math.Atan(sum) / Math.PI);
    }

    private static double HarmonicMean(double[] p, double[] shares)
    {
        var k = shares.Count(share => share > 0);
        var mean = 1 / p.Zip(shares, (one, share) => share / one).Sum();
        return mean * k switch
        {
            1 => 1,
            2 => 2,
            _ => Math.E * Math.Log(k),
        };
    }

    /// <summary>Σ −2 w log p has mean 2 and a variance that the correlations raise; a multiple of a chi-square has both.</summary>
    private static double Brown(double[] p, double[] shares, Func<int, int, double> correlation)
    {
        var statistic = -2 * p.Zip(shares, (one, share) => share * Math.Log(one)).Sum();
        var variance = Quadratic(shares, (i, j) => i == j ? 4 : Covariance(correlation(i, j)));
        var (scale, degrees) = (variance / 4, 8 / variance);
        return Gamma.Upper(degrees / 2, statistic / scale / 2);
    }

    /// <summary>Covariance of −2 log p of two one-sided normal tests, Kost and McDermott's polynomial.</summary>
    private static double Covariance(double r) => r * (3.263 + (r * (0.710 + (r * 0.027))));

    private static double Stouffer(double[] p, double[] shares, Func<int, int, double> correlation)
    {
        var sum = p.Zip(shares, (one, share) => share == 0 ? 0 : share * Normal.UpperQuantile(Math.Min(one, 1 - 1e-16))).Sum();
        return Normal.UpperTail(sum / Math.Sqrt(Quadratic(shares, (i, j) => i == j ? 1 : correlation(i, j))));
    }

    private static double Quadratic(double[] shares, Func<int, int, double> covariance)
    {
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            for (var j = 0; j < shares.Length; j++)
            {
                sum += shares[i] * shares[j] * covariance(i, j);
            }
        }
        return sum > 0 ? sum : throw new ArgumentException("The correlations given are not those of any streams: the variance of their sum is not above 0.");
    }

    private static void Check(IReadOnlyList<double> pValues, IReadOnlyList<double> weights)
    {
        if (pValues.Count == 0 || pValues.Count != weights.Count)
        {
            throw new ArgumentException($"{pValues.Count} p-values and {weights.Count} weights: one weight for each of one or more is needed.", nameof(weights));
        }
        if (pValues.Any(p => p is not (>= 0 and <= 1)))
        {
            throw new ArgumentException("A p-value lies from 0 to 1.", nameof(pValues));
        }
        if (weights.Any(weight => weight is not (>= 0 and < double.PositiveInfinity)) || weights.All(weight => weight == 0))
        {
            throw new ArgumentException("A weight is 0 or more, and one of them above 0.", nameof(weights));
        }
    }
}
