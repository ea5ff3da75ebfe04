using CityLoom.Detection.Distributions;

namespace CityLoom.Detection.Regression;

/// <summary>Maximum likelihood of the size of negative binomial counts whose means are known.</summary>
internal static class NegativeBinomialSize
{
    /// <summary>Newton's method from the moment estimate; an estimate that runs off is held at a large size.</summary>
    public static double Estimate(ReadOnlySpan<double> counts, ReadOnlySpan<double> means)
    {
        var moment = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            moment += Math.Pow(counts[i] / means[i] - 1, 2);
        }
        var size = counts.Length / moment;
        for (var step = 0; step < 100; step++)
        {
            size = Math.Abs(size);
            var (score, information) = Derivatives(counts, means, size);
            var move = score / information;
            size += move;
            if (Math.Abs(move) < 1e-12 * Math.Abs(size) || size > 1e12)
            {
                break;
            }
        }
        return size > 0 ? size : 1e-8;
    }

    public static double LogLikelihood(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, double size)
    {
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            var (y, mean) = (counts[i], means[i]);
            sum += GammaFunction.Log(size + y) - GammaFunction.Log(size) - GammaFunction.Log(y + 1)
                + size * Math.Log(size / (size + mean)) + (y == 0 ? 0 : y * Math.Log(mean / (size + mean)));
        }
        return sum;
    }

    private static (double Score, double Information) Derivatives(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, double size)
    {
        var (score, information) = (0.0, 0.0);
        for (var i = 0; i < counts.Length; i++)
        {
            var (y, mean) = (counts[i], means[i]);
            score += GammaFunction.Digamma(size + y) - GammaFunction.Digamma(size) + Math.Log(size) + 1
                - Math.Log(size + mean) - (y + size) / (mean + size);
            information += -GammaFunction.Trigamma(size + y) + GammaFunction.Trigamma(size) - 1 / size
                + 2 / (mean + size) - (y + size) / ((mean + size) * (mean + size));
        }
        return (score, information);
    }
}
