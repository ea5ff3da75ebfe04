namespace CityLoom.Detection.Cusum;

/// <summary>Reference value and limit of a Poisson CUSUM for a mean in control.</summary>
/// <param name="Mean">Mean in control.</param>
/// <param name="Reference">k, with one decimal.</param>
/// <param name="Limit">h, with one decimal.</param>
/// <param name="RunLength">The run length that the design reaches.</param>
internal sealed record RogersonDesign(double Mean, double Reference, double Limit, double RunLength)
{
    private const double MostLimit = 60;

    /// <summary>The limit whose run length is nearest to the wanted one.</summary>
    public static RogersonDesign For(double mean, double shift, double runLength)
    {
        var k = ReferenceFor(mean, shift);
        var (best, before) = (new RogersonDesign(mean, k, 0, 0), 0.0);
        for (var tenths = 1; tenths <= MostLimit * 10 && before < runLength; tenths++)
        {
            var reached = RunLengthOfPoisson.Of(mean, k, tenths / 10.0).Plain;
            if (Math.Abs(reached - runLength) < Math.Abs(best.RunLength - runLength))
            {
                best = new RogersonDesign(mean, k, tenths / 10.0, reached);
            }
            before = reached;
        }
        return best;
    }

    /// <summary>
    /// Half-way between the two means in likelihood, with one decimal; a multiple of one half is stepped off, since few states of the
    /// chart would make its run lengths coarse.
    /// </summary>
    private static double ReferenceFor(double mean, double shift)
    {
        var risen = mean + shift * Math.Sqrt(mean);
        var exact = (risen - mean) / (Math.Log(risen) - Math.Log(mean));
        var rounded = Math.Round(exact, 1);
        return rounded * 2 % 1 != 0 ? rounded : Math.Round(rounded > exact ? exact - 0.05 : exact + 0.05, 1);
    }
}
