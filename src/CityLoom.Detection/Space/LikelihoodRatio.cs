namespace CityLoom.Detection.Space;

/// <summary>Kulldorff's Poisson likelihood ratio (Communications in Statistics 26, 1997).</summary>
internal static class LikelihoodRatio
{
    /// <summary>n log(n/μ) + (C−n) log((C−n)/(C−μ)), 0 where no more cases were seen than expected; the second term is 0 when n = C.</summary>
    public static double Log(int observed, double expected, int total)
    {
        if (observed <= expected)
        {
            return 0;
        }
        var inside = observed * Math.Log(observed / expected);
        return observed == total ? inside : inside + ((total - observed) * Math.Log((total - observed) / (total - expected)));
    }

    /// <summary>Risk inside over risk outside.</summary>
    public static double RelativeRisk(int observed, double expected, int total) =>
        observed / expected / ((total - observed) / (total - expected));
}
