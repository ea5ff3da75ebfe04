namespace CityLoom.Detection.Space;

/// <summary>
/// The growing zones around one centre, cut into blocks: within a block the expectation grows by half a standard deviation at most, so that
/// the cases of its largest zone against the expectation of its smallest bound every zone inside it closely.
/// </summary>
internal sealed class Zones
{
    private const double Growth = 0.5;
    private const int MostBlocks = 250;

    private Zones(int[] ends, int[] steps, double[] weights, byte[] blocks) => (Ends, Steps, Weights, BlockOf) = (ends, steps, weights, blocks);

    /// <summary>For each block, how many sites its largest zone has.</summary>
    public int[] Ends { get; }

    /// <summary>For each block, grid steps of the share of its smallest zone.</summary>
    public int[] Steps { get; }

    /// <summary>For each block, the weight of its largest zone.</summary>
    public double[] Weights { get; }

    /// <summary>For each site the first block that holds it, or the number of blocks where none does.</summary>
    public byte[] BlockOf { get; }

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
        var limited = !double.IsPositiveInfinity(options.MaxRadius);
        for (var k = 0; k < nearest.Length; k++)
        {
            sum += weights.Of[nearest[k]];
            if (sum > options.MaxFraction * weights.Total || (limited && order.Distance(centre, nearest[k]) > options.MaxRadius))
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
        return new([.. ends], [.. steps], [.. upTo], Blocks(nearest, ends));
    }

    private static byte[] Blocks(ReadOnlySpan<ushort> nearest, List<int> ends)
    {
        var blocks = new byte[nearest.Length];
        var block = 0;
        for (var k = 0; k < nearest.Length; k++)
        {
            block += block < ends.Count && k == ends[block] ? 1 : 0;
            blocks[nearest[k]] = (byte)block;
        }
        return blocks;
    }
}

/// <summary>What a site weighs in the expectation: its population, or its cases in all.</summary>
internal sealed record ScanWeights(double[] Of, double Total);
