namespace CityLoom.Detection.Space;

/// <summary>
/// For a best likelihood ratio so far and an expectation, the fewest cases that could beat it. Turns the question whether a window is worth
/// a logarithm into one comparison of whole numbers. Rows stand for levels of the best so far, rounded down.
/// </summary>
internal sealed class Thresholds(int total, int minCases)
{
    private const double PerUnit = 4;
    private const int Levels = 240;
    private readonly int[]?[] _rows = new int[Levels][];

    /// <summary>The level of a best so far.</summary>
    public static int Level(double best) => (int)Math.Min(best * PerUnit, Levels - 1);

    /// <summary>The fewest cases for each place of the <see cref="Grid"/>. Two threads may make the same row; either will do.</summary>
    public int[] Row(int level) => _rows[level] ??= Make(level / PerUnit);

    private int[] Make(double level)
    {
        var row = new int[Grid.Top + 1];
        var fewest = minCases;
        for (var place = 0; place < row.Length; place++)
        {
            var expected = total * Grid.Share(place);
            fewest = Math.Max(fewest, (int)Math.Min(expected, total));
            while (fewest <= total && !(fewest > expected && Reaches(fewest, expected, level)))
            {
                fewest++;
            }
            row[place] = fewest;
        }
        return row;
    }

    private bool Reaches(int observed, double expected, double level) =>
        expected == 0 || LikelihoodRatio.Log(observed, expected, total) >= level;
}
