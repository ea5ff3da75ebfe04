namespace CityLoom.Reach.Locate.Search;

/// <summary>What a node of the search tree still allows: least and most units for every site.</summary>
internal sealed class SiteRange(int[] least, int[] most)
{
    public int[] Least => least;

    public int[] Most => most;

    public SiteRange Copy() => new((int[])least.Clone(), (int[])most.Clone());

    /// <summary>This range widened so that it holds a choice.</summary>
    public SiteRange Including(int[] units) =>
        new([.. least.Zip(units, Math.Min)], [.. most.Zip(units, Math.Max)]);

    /// <summary>Whether so many units can be placed at all; any number when null.</summary>
    public bool Allows(int? units) => units is not { } p || (least.Sum() <= p && most.Sum() >= p);

    /// <summary>Tightens the range when the count of units leaves no choice; true when every site is decided.</summary>
    public bool Decided(int? units)
    {
        if (units is { } p && least.Sum() == p)
        {
            least.CopyTo(most, 0);
        }
        else if (units is { } q && most.Sum() == q)
        {
            most.CopyTo(least, 0);
        }

        return least.AsSpan().SequenceEqual(most);
    }
}
