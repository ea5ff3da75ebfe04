namespace CityLoom.Detection.Farrington;

/// <summary>Gives past counts that look like outbreaks less weight (Farrington et al. 1996, 3.6, with Noufaily's threshold).</summary>
internal static class OutbreakWeights
{
    /// <summary>
    /// Sets the prior weights from the standardized Anscombe residuals of an unweighted fit: above the threshold s they are as
    /// 1/s², else 1, scaled so that they sum up to the number of points. A point alone in its level has no residual and is kept.
    /// </summary>
    public static void Set(LogLinearFit fit, Baseline baseline, double phi, double threshold)
    {
        var total = 0.0;
        for (var l = 0; l < baseline.Levels; l++)
        {
            for (var i = baseline.LevelStart[l]; i < baseline.LevelStart[l + 1]; i++)
            {
                var residual = Anscombe(baseline.Count[i], fit.Mean[i]) / Math.Sqrt(phi * (1 - fit.Leverage(i, l)));
                var weight = residual > threshold ? 1 / (residual * residual) : 1;
                fit.Prior[i] = weight;
                total += weight;
            }
        }
        var scale = baseline.Length / total;
        for (var i = 0; i < baseline.Length; i++)
        {
            fit.Prior[i] *= scale;
        }
    }

    private static double Anscombe(double count, double mean)
    {
        var root = Math.Sqrt(mean);
        var power = count == 0 ? 0 : Math.Cbrt(count * count);
        return 1.5 * (power / Math.Sqrt(Math.Cbrt(mean)) - root);
    }
}
