using CityLoom.Health.Counts;

namespace CityLoom.Health.Totals;

/// <summary>
/// A sum of counts of persons, and what of it lies in counts that only the health role sees. Whoever sees the others can take them off the sum,
/// so it may be shown only when what is left says nothing certain about any single count.
/// </summary>
/// <param name="Total">The sum.</param>
/// <param name="Hidden">How many counts of 1 to 4 are in it.</param>
/// <param name="HiddenTotal">Their sum.</param>
public readonly record struct CellSum(long Total, int Hidden, long HiddenTotal)
{
    private const int Largest = SmallCounts.Least - 1;

    /// <summary>True when the sum may be shown to those who see all counts but the small ones.</summary>
    public bool MayBeShown => (Total == 0 || Total >= SmallCounts.Least) && StaysUnknown;

    /// <summary>
    /// True when nothing is hidden, or at least two counts are and their sum lets each be more than one number: not all of them 1, nor all 4.
    /// </summary>
    private bool StaysUnknown => Hidden == 0 || (Hidden > 1 && HiddenTotal > Hidden && HiddenTotal < (long)Largest * Hidden);

    /// <summary>The sum with one more count.</summary>
    public CellSum With(int count) => count is > 0 and < SmallCounts.Least
        ? new(Total + count, Hidden + 1, HiddenTotal + count) : this with { Total = Total + count };

    /// <summary>Two sums together.</summary>
    public static CellSum operator +(CellSum left, CellSum right) => new(left.Total + right.Total, left.Hidden + right.Hidden, left.HiddenTotal + right.HiddenTotal);
}
