namespace CityLoom.Reach.Locate.Median;

/// <summary>For every demand the nearest and the second nearest open site and their costs, kept through exchanges.</summary>
internal sealed class NearestTwo(MedianModel model)
{
    private readonly int[] _second = new int[model.Demands];

    /// <summary>The nearest open site; -1 when there is none.</summary>
    public int[] First { get; } = new int[model.Demands];

    public double[] FirstCost { get; } = new double[model.Demands];

    public double[] SecondCost { get; } = new double[model.Demands];

    public void Set(int[] units)
    {
        for (var demand = 0; demand < model.Demands; demand++)
        {
            Scan(demand, units);
        }
    }

    public double Cost() => FirstCost.Sum();

    /// <summary>Follows an exchange that the units show already.</summary>
    public void Exchange(int leaver, int incoming, int[] units)
    {
        var to = model.CostsTo(incoming);
        for (var demand = 0; demand < model.Demands; demand++)
        {
            if (First[demand] == leaver || _second[demand] == leaver)
            {
                Scan(demand, units);
            }
            else if (to[demand] < FirstCost[demand])
            {
                (_second[demand], SecondCost[demand]) = (First[demand], FirstCost[demand]);
                (First[demand], FirstCost[demand]) = (incoming, to[demand]);
            }
            else if (to[demand] < SecondCost[demand])
            {
                (_second[demand], SecondCost[demand]) = (incoming, to[demand]);
            }
        }
    }

    private void Scan(int demand, int[] units)
    {
        var order = model.OrderOf(demand);
        var costs = model.SortedCosts(demand);
        (First[demand], _second[demand]) = (-1, -1);
        FirstCost[demand] = SecondCost[demand] = model.Unreached(demand);
        for (var rank = 0; rank < order.Length && _second[demand] < 0; rank++)
        {
            if (units[order[rank]] == 0)
            {
                continue;
            }

            if (First[demand] < 0)
            {
                (First[demand], FirstCost[demand]) = (order[rank], costs[rank]);
            }
            else
            {
                (_second[demand], SecondCost[demand]) = (order[rank], costs[rank]);
            }
        }
    }
}
