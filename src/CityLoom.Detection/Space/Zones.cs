namespace CityLoom.Detection.Space;

/// <summary>
/// The growing zones around one centre, cut into blocks: within a block the expectation grows by half a standard deviation at most, so that
/// the cases of its largest zone against the expectation of its smallest bound every zone inside it closely.
/// </summary>
internal sealed class Zones
{
    private const double Growth = 0.5;
    private const int MostBlocks = 250;

    private Zones(int[] ends, int[] steps, double[] weights) => (Ends, Steps, Weights) = (ends, steps, weights);

    /// <summary>For each block, how many sites its largest zone has.</summary>
    public int[] Ends { get; }

    /// <summary>For each block, grid steps of the share of its smallest zone.</summary>
    public int[] Steps { get; }

    /// <summary>For each block, the weight of its largest zone.</summary>
    public double[] Weights { get; }

    /// <summary>The zones around a centre.</summary>
    /// <param name="order">Who is near whom.</param>
    /// <param name="centre">Number of the site in the middle.</param>
    /// <param name="weights">Share in the expectation of each site, in any unit.</param>
    /// <param name="options">How large zones may be.</param>
    /// <param name="expected">Cases that the longest window expects in all sites together.</param>
    public static Zones Around(NeighbourOrder order, int centre, ScanWeights weights, ScanOptions options, double expected)
    {
        var (ends, steps, upTo) = (new List<int>(), new List<int>(), new List<double>());
        var growth = Math.Max(Growth, Math.Sqrt(expected) / MostBlocks);
        var (sum, mark) = (0.0, double.NaN);
        var nearest = order.Nearest(centre);
        for (var k = 0; k < nearest.Length; k++)
        {
            sum += weights.Of[nearest[k]];
            if (sum > options.MaxFraction * weights.Total || order.Distance(centre, nearest[k]) > options.MaxRadius)
            {
                break;
            }
            var deviation = Math.Sqrt(expected * sum / weights.Total);
            if (!(deviation - mark <= growth))
            {
                ends.Add(k);
                upTo.Add(sum);
                steps.Add(Grid.Steps(sum / weights.Total));
                mark = deviation;
            }
            (ends[^1], upTo[^1]) = (k + 1, sum);
        }
        return new([.. ends], [.. steps], [.. upTo]);
    }
}

/// <summary>What a site weighs in the expectation: its population, or its cases in all.</summary>
internal sealed record ScanWeights(double[] Of, double Total);
