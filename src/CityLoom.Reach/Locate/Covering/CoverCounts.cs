namespace CityLoom.Reach.Locate.Covering;

/// <summary>
/// A choice of units with, kept up to date at every change, how many cover each row, what one more unit would bring at each
/// site and what one less would take. Unmet duties and targets count by a price, so that a search can pass through choices
/// that are not feasible.
/// </summary>
internal sealed class CoverCounts
{
    private readonly CoverModel _model;
    private readonly CoverLists _lists;
    private readonly double _mustPrice;

    /// <summary>For each zone what the first cover is worth beyond the objective.</summary>
    private readonly double[] _zonePrice;

    public CoverCounts(CoverModel model)
    {
        (_model, _lists) = (model, model.Rows.Lists);
        _mustPrice = 1 + model.Rows.Weights.Sum();
        _zonePrice = new double[1 + model.Rows.Zones.DefaultIfEmpty().Max()];
        Rows = new int[model.Rows.Count];
        (Units, Gain, Loss) = (new int[_lists.Sites], new double[_lists.Sites], new double[_lists.Sites]);
    }

    /// <summary>How many units cover each row.</summary>
    public int[] Rows { get; }

    public int[] Units { get; }

    public double[] Gain { get; }

    public double[] Loss { get; }

    /// <summary>Takes over a choice.</summary>
    public void Set(int[] units)
    {
        units.CopyTo(Units, 0);
        Array.Clear(Rows);
        for (var site = 0; site < units.Length; site++)
        {
            for (var unit = 0; unit < units[site]; unit++)
            {
                foreach (var row in _lists.DemandsOf(site))
                {
                    Rows[row]++;
                }
            }
        }

        Reckon();
    }

    /// <summary>Sets what first cover is worth beyond the objective, by zone.</summary>
    public void SetPrice(Func<int, double> priceOfZone)
    {
        for (var zone = 0; zone < _zonePrice.Length; zone++)
        {
            _zonePrice[zone] = priceOfZone(zone);
        }

        Reckon();
    }

    public void Add(int site)
    {
        Units[site]++;
        foreach (var row in _lists.DemandsOf(site))
        {
            Change(row, Rows[row], Rows[row] + 1);
        }
    }

    public void Remove(int site)
    {
        Units[site]--;
        foreach (var row in _lists.DemandsOf(site))
        {
            Change(row, Rows[row], Rows[row] - 1);
        }
    }

    private void Change(int row, int before, int after)
    {
        Rows[row] = after;
        var gain = Step(row, after) - Step(row, before);
        var loss = Step(row, after - 1) - Step(row, before - 1);
        if (gain == 0 && loss == 0)
        {
            return;
        }

        foreach (var site in _lists.SitesOf(row))
        {
            Gain[site] += gain;
            Loss[site] += loss;
        }
    }

    /// <summary>What the unit after <paramref name="count"/> of them brings to a row.</summary>
    private double Step(int row, int count)
    {
        if (count < 0)
        {
            return 0;
        }

        if (row >= _model.Rows.FirstMust)
        {
            return count == 0 ? _mustPrice : 0;
        }

        var more = count + 1 < _model.Worth.Length ? _model.Worth[count + 1] - _model.Worth[count] : 0;
        return _model.Rows.Weights[row] * (count == 0 ? more + _zonePrice[_model.Rows.Zones[row]] : more);
    }

    private void Reckon()
    {
        for (var site = 0; site < Units.Length; site++)
        {
            (Gain[site], Loss[site]) = (0, 0);
            foreach (var row in _lists.DemandsOf(site))
            {
                Gain[site] += Step(row, Rows[row]);
                Loss[site] += Step(row, Rows[row] - 1);
            }
        }
    }
}
