namespace CityLoom.Detection.Distributions;

/// <summary>
/// Counts with P(k) = Γ(size + k) / (Γ(size) k!) success^size failure^k; with an infinite size, Poisson counts of the given mean.
/// Point probabilities follow Loader (2000, "Fast and accurate computation of binomial probabilities"); tails are sums of
/// positive terms outward from a point, so that small ones keep their digits.
/// </summary>
internal readonly struct NegativeBinomial
{
    private readonly double _size;
    private readonly double _mean;
    private readonly double _success;
    private readonly double _failure;

    private NegativeBinomial(double size, double mean, double success, double failure) =>
        (_size, _mean, _success, _failure) = (size, mean, success, failure);

    /// <summary>Mean and variance phi × mean; phi = 1 is the Poisson distribution.</summary>
    public static NegativeBinomial OfDispersion(double mean, double phi) => phi > 1
        ? new(mean / (phi - 1), mean, 1 / phi, (phi - 1) / phi)
        : new(double.PositiveInfinity, mean, 1, 0);

    /// <summary>The predictive distribution after n counts that sum up to size - ½ (Jeffreys' prior).</summary>
    public static NegativeBinomial Predictive(double size, double n) => new(size, size / n, n / (n + 1), 1 / (n + 1));

    public static NegativeBinomial Poisson(double mean) => OfDispersion(mean, 1);

    /// <summary>P(Y = k).</summary>
    public double Probability(double k)
    {
        if (k < 0)
        {
            return 0;
        }
        if (_mean == 0)
        {
            return k == 0 ? 1 : 0;
        }
        return double.IsInfinity(_size) ? PoissonPoint(k) : Point(k);
    }

    /// <summary>P(Y ≥ k).</summary>
    public double AtLeast(double k)
    {
        if (double.IsNaN(k) || double.IsNaN(_mean))
        {
            return double.NaN;
        }
        k = Math.Ceiling(k);
        if (k <= 0)
        {
            return 1;
        }
        return k > _mean ? Up(k) : Math.Max(0, 1 - Down(k - 1));
    }

    /// <summary>P(Y ≤ k).</summary>
    public double AtMost(double k)
    {
        k = Math.Floor(k);
        if (k < 0)
        {
            return 0;
        }
        return k < _mean ? Down(k) : Math.Max(0, 1 - Up(k + 1));
    }

    /// <summary>The smallest k with P(Y ≤ k) ≥ 1 - alpha, sought from a normal guess in single steps.</summary>
    public double UpperQuantile(double alpha)
    {
        if (double.IsNaN(_mean) || double.IsInfinity(_mean))
        {
            return double.NaN;
        }
        var sigma = Math.Sqrt(_mean / _success);
        var z = QuickUpperQuantile(alpha);
        var skew = (1 + _failure) / _success / sigma;
        var k = Math.Max(0, Math.Floor(_mean + sigma * (z + skew * (z * z - 1) / 6)));
        var above = AtLeast(k + 1);
        var point = Probability(k);
        while (above > alpha)
        {
            point *= Ratio(k);
            k++;
            above = Less(above, point, k);
        }
        while (k > 0 && above + point <= alpha)
        {
            above += point;
            k--;
            point /= Ratio(k);
        }
        return k;
    }

    /// <summary>P(Y > k) after the probability of k is taken off; summed anew where the difference would lose its digits.</summary>
    private double Less(double above, double point, double k) => above - point > 0.01 * above ? above - point : AtLeast(k + 1);

    /// <summary>P(k + 1) / P(k).</summary>
    private double Ratio(double k) => double.IsInfinity(_size) ? _mean / (k + 1) : (_size + k) / (k + 1) * _failure;

    private double Up(double k)
    {
        var term = Probability(k);
        var sum = term;
        for (; term > 1e-17 * sum && term > 0; k++)
        {
            term *= Ratio(k);
            sum += term;
        }
        return Math.Min(1, sum);
    }

    private double Down(double k)
    {
        var term = Probability(k);
        var sum = term;
        for (; k > 0 && term > 1e-17 * sum; k--)
        {
            term /= Ratio(k - 1);
            sum += term;
        }
        return Math.Min(1, sum);
    }

    private double PoissonPoint(double k) => k == 0
        ? Math.Exp(-_mean)
        : Math.Exp(-GammaFunction.StirlingError(k) - Elementary.Deviance(k, _mean)) / Math.Sqrt(2 * Math.PI * k);

    private double Point(double k)
    {
        if (k == 0)
        {
            return Math.Exp(_size * (_failure < 0.5 ? Elementary.Log1P(-_failure) : Math.Log(_success)));
        }
        var n = _size + k;
        var exponent = GammaFunction.StirlingError(n) - GammaFunction.StirlingError(_size) - GammaFunction.StirlingError(k)
            - Elementary.Deviance(_size, n * _success) - Elementary.Deviance(k, n * _failure);
        return _size / n * Math.Exp(exponent) * Math.Sqrt(n / (2 * Math.PI * _size * k));
    }

    /// <summary>A guess is enough here: Abramowitz and Stegun 26.2.22.</summary>
    private static double QuickUpperQuantile(double p)
    {
        var t = Math.Sqrt(-2 * Math.Log(Math.Min(p, 1 - p)));
        var z = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t));
        return p > 0.5 ? -z : z;
    }
}
