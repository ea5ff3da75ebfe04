namespace CityLoom.Detection.Space;

/// <summary>
/// For a best likelihood ratio so far and an expectation, the fewest cases that could beat it. Turns the question whether a window is worth
/// a logarithm into one comparison of whole numbers. The best so far is rounded down to a level; each answer is worked out once.
/// </summary>
internal sealed class Thresholds(int total, int minCases)
{
    private const double PerUnit = 4;
    private const int Levels = 240;
    private readonly int[]?[] _rows = new int[Levels][];

    /// <summary>The level of a best so far.</summary>
    public static int Level(double best) => (int)Math.Min(best * PerUnit, Levels - 1);

    /// <summary>The fewest cases for a level and a place of the <see cref="Grid"/>. Two threads may work out the same one; they agree.</summary>
    public int Fewest(int level, int place)
    {
        var row = _rows[level] ??= new int[Grid.Top + 1];
        return row[place] > 0 ? row[place] : row[place] = Search(level / PerUnit, total * Grid.Share(place));
    }

    /// <summary>The likelihood ratio grows with the cases above the expectation, so halving finds where it reaches the level.</summary>
    private int Search(double level, double expected)
    {
        if (expected == 0)
        {
            return minCases;
        }
        var (low, high) = (Math.Max(minCases, (int)Math.Min(expected, total) + 1), total + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (LikelihoodRatio.Log(middle, expected, total) >= level)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }
        return Math.Min(low, total + 1);
    }
}
