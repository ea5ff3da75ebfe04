using System.Numerics;

namespace CityLoom.Detection.Space;

/// <summary>One scan with counts of the width that its number of cases needs.</summary>
internal sealed class ScanRun<T>(ScanPlan plan)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    /// <summary>The best window around each centre.</summary>
    public Best[] Centres()
    {
        var table = new CountTable<T>(plan.Cases.Sites, plan.Windows, plan.Cases.Total);
        foreach (var (site, day, cases) in plan.Cases.Cells)
        {
            for (var n = 0; n < cases; n++)
            {
                table.Add(site, day);
            }
        }
        var found = new Best[plan.Zones.Length];
        Parallel.For(0, found.Length, plan.Threading, () => new ZoneWalker<T>(plan), (centre, _, walker) =>
        {
            walker.Best = default;
            walker.Walk(centre, table);
            found[centre] = walker.Best;
            return walker;
        }, static _ => { });
        return found;
    }

    /// <summary>The best likelihood ratio of each random world, ascending.</summary>
    public double[] Maxima()
    {
        var worlds = new Worlds(plan);
        var maxima = new double[plan.Options.Replicates];
        var taken = -1;
        Parallel.For(0, plan.Options.Workers, plan.Threading, _ =>
        {
            var bench = new Bench(plan, worlds);
            for (var replicate = Interlocked.Increment(ref taken); replicate < maxima.Length; replicate = Interlocked.Increment(ref taken))
            {
                maxima[replicate] = bench.Maximum(replicate);
            }
        });
        Array.Sort(maxima);
        return maxima;
    }

    /// <summary>What one thread works with.</summary>
    private sealed class Bench(ScanPlan plan, Worlds worlds)
    {
        private readonly CountTable<T> _table = new(plan.Cases.Sites, plan.Windows, plan.Cases.Total);
        private readonly ZoneWalker<T> _walker = new(plan);
        private readonly int[] _room = worlds.Room();

        private double _lowest;

        /// <summary>
        /// The best likelihood ratio of a world. Nearly every world has one above the lowest maximum so far, so nothing below that is looked
        /// at; a world that has none is gone through once more without the bar.
        /// </summary>
        public double Maximum(int replicate)
        {
            worlds.Fill(replicate, _table, _room);
            var maximum = Walk(new(_lowest, 0, default));
            if (maximum <= _lowest)
            {
                maximum = Walk(default);
            }
            _lowest = _lowest == 0 ? maximum : Math.Min(_lowest, maximum);
            return maximum;
        }

        private double Walk(Best bar)
        {
            _walker.Best = bar;
            for (var centre = 0; centre < plan.Zones.Length; centre++)
            {
                _walker.Walk(centre, _table);
            }
            return _walker.Best.Ratio;
        }
    }
}
