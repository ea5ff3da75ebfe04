namespace CityLoom.Detection.Cusum;

/// <summary>Reference value and limit of a Poisson CUSUM for a mean in control.</summary>
/// <param name="Mean">Mean in control.</param>
/// <param name="Reference">k, with one decimal.</param>
/// <param name="Limit">h, with one decimal.</param>
/// <param name="RunLength">The run length that the design reaches.</param>
internal sealed record RogersonDesign(double Mean, double Reference, double Limit, double RunLength)
{
    private const double Near = 0.02;
    private const double FirstLimit = 12;

    /// <summary>
    /// The logarithm of the run length is nearly linear in the limit: begins between two limits and steps on to within 2 %, by tenths
    /// or, where k is an even number of tenths and the chart knows no finer states, by fifths. Where no step comes so near, the limit
    /// with the longer run length is taken.
    /// </summary>
    public static RogersonDesign For(double mean, double shift, double runLength)
    {
        var k = ReferenceFor(mean, shift);
        var tenths = Math.Round(10 * k) % 2 == 0 ? 0.2 : 0.1;
        var at = With(Between(mean, k, runLength));
        var best = at;
        for (var step = 0; step < 50 && !IsNear(at); step++)
        {
            var next = With(at.Limit + (at.RunLength < runLength ? tenths : -tenths));
            best = IsNear(next) || next.RunLength > runLength ? next : best;
            if (next.RunLength < runLength != at.RunLength < runLength)
            {
                return best;
            }
            at = next;
        }
        return best;

        bool IsNear(RogersonDesign design) => Math.Abs(design.RunLength - runLength) / runLength < Near;

        RogersonDesign With(double limit)
        {
            var h = Math.Max(0.1, Math.Round(limit, 1));
            return new RogersonDesign(mean, k, h, RunLengthOfPoisson.Of(mean, k, h).Plain);
        }
    }

    private static double Between(double mean, double k, double runLength)
    {
        var h = Math.Min(FirstLimit, Math.Round(4 * k, 1));
        var reached = RunLengthOfPoisson.Of(mean, k, h).Plain;
        var scale = reached < runLength ? 2 : 0.5;
        var other = Math.Round(h * scale, 1);
        var otherReached = RunLengthOfPoisson.Of(mean, k, other).Plain;
        while (otherReached < runLength && reached < runLength)
        {
            (h, reached) = (other, otherReached);
            other = Math.Round(h * scale, 1);
            otherReached = RunLengthOfPoisson.Of(mean, k, other).Plain;
        }
        return h + (other - h) * Math.Log(runLength / reached) / Math.Log(otherReached / reached);
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
