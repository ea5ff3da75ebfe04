namespace CityLoom.Reach.Locate.Covering;

/// <summary>A small set of sites that covers all that must be covered: greedy, then swaps with one unit less as long as they succeed.</summary>
internal sealed class FewestUnits(CoverModel model)
{
    private const int Kicks = 30;

    /// <summary>The choice; null when some row can't be covered.</summary>
    public int[]? FirstChoice()
    {
        var units = (int[])model.Range.Least.Clone();
        if (double.IsNegativeInfinity(new CoverSwap(model).Repair(units)))
        {
            return null;
        }

        while (WithOneLess(units.Sum() - 1) is { } less)
        {
            units = less;
        }

        return units;
    }

    private int[]? WithOneLess(int units)
    {
        if (units < Math.Max(1, model.Range.Least.Sum()))
        {
            return null;
        }

        var swap = new CoverSwap(model with { Units = units });
        var choice = swap.FirstChoice(units, Kicks);
        return double.IsNegativeInfinity(swap.Evaluate(choice)) ? null : choice;
    }
}
