using System.Numerics;

namespace CityLoom.Detection.Space;

/// <summary>Random worlds in which nothing happens: the same cases, spread by the model alone.</summary>
internal sealed class Worlds
{
    private readonly ScanPlan _plan;
    private readonly AliasTable? _homes;
    private readonly int[] _sites = [];
    private readonly int[] _days = [];

    public Worlds(ScanPlan plan)
    {
        _plan = plan;
        if (plan.Options.Model == ScanModel.Poisson)
        {
            _homes = new AliasTable(plan.Weights.Of);
            return;
        }
        _sites = [.. plan.Cases.Cells.SelectMany(cell => Enumerable.Repeat(cell.Site, cell.Cases))];
        _days = [.. plan.Cases.Cells.SelectMany(cell => Enumerable.Repeat(cell.Day, cell.Cases))];
    }

    /// <summary>Room that a thread needs to shuffle days in.</summary>
    public int[] Room() => new int[_days.Length];

    /// <summary>Fills the table with the world of a replicate; the same replicate is the same world whoever asks.</summary>
    public void Fill<T>(int replicate, CountTable<T> table, int[] room)
        where T : unmanaged, IBinaryInteger<T>
    {
        var random = new RandomStream(_plan.Options.Seed, (ulong)replicate);
        table.Clear();
        if (_homes is not null)
        {
            Spread(ref random, table, _homes);
        }
        else
        {
            Shuffle(ref random, table, room);
        }
    }

    private void Spread<T>(ref RandomStream random, CountTable<T> table, AliasTable homes)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var left = _plan.Cases.Total; left > 0; left--)
        {
            table.Add(homes.Draw(ref random), random.Below(_plan.Cases.Days));
        }
    }

    private void Shuffle<T>(ref RandomStream random, CountTable<T> table, int[] room)
        where T : unmanaged, IBinaryInteger<T>
    {
        _days.CopyTo(room, 0);
        for (var last = room.Length - 1; last >= 0; last--)
        {
            var taken = random.Below(last + 1);
            (room[taken], room[last]) = (room[last], room[taken]);
            table.Add(_sites[last], room[last]);
        }
    }
}
