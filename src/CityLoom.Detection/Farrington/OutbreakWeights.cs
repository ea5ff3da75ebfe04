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
        fit.Anscombe(fit.Residual);
        for (var l = 0; l < baseline.Levels; l++)
        {
            for (var i = baseline.LevelStart[l]; i < baseline.LevelStart[l + 1]; i++)
            {
                var weight = Weight(fit.Residual[i], phi * (1 - fit.Leverage(i, l)), threshold);
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

    private static double Weight(double residual, double variance, double threshold)
    {
        var limit = threshold * threshold * variance;
        return residual > 0 && residual * residual > limit && variance > 0 ? variance / (residual * residual) : 1;
    }
}
