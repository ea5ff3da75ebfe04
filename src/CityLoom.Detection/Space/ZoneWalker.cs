using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CityLoom.Detection.Space;

/// <summary>
/// Walks the growing zones around a centre and keeps the best window. Counts of all days are added site by site in vectors; a block of zones
/// is looked into only where its most favourable reading could beat the best so far, which few can. Allocates nothing after it is made.
/// </summary>
internal sealed class ZoneWalker<T>(ScanPlan plan)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly T[] _zone = new T[plan.Windows.Days + plan.Windows.Longest + (2 * Vector<T>.Count)];
    private readonly TimeWindows _windows = plan.Windows;
    private CountTable<T> _table = null!;
    private int _centre, _block;

    /// <summary>The best so far; to be reset for another centre or another world.</summary>
    public Best Best { get; set; }

    public void Walk(int centre, CountTable<T> table)
    {
        (_table, _centre) = (table, centre);
        Array.Clear(_zone);
        var zones = plan.Zones[centre];
        var near = plan.Order.Nearest(centre);
        var start = 0;
        for (_block = 0; _block < zones.Ends.Length; _block++)
        {
            Add(near[start..zones.Ends[_block]]);
            start = zones.Ends[_block];
            if (_windows.IsOpen)
            {
                LookAtOpen(zones.Steps[_block]);
            }
            else
            {
                LookAtAll(zones.Steps[_block]);
            }
        }
    }

    private void Add(ReadOnlySpan<ushort> sites)
    {
        ref var counts = ref MemoryMarshal.GetReference(_table.All);
        ref var zone = ref MemoryMarshal.GetArrayDataReference(_zone);
        var stride = (nuint)_table.Stride;
        for (nuint at = 0; at < stride; at += (nuint)Vector<T>.Count)
        {
            var sum = Vector.LoadUnsafe(ref zone, at);
            foreach (var site in sites)
            {
                sum += Vector.LoadUnsafe(ref counts, (site * stride) + at);
            }
            sum.StoreUnsafe(ref zone, at);
        }
    }

    private void LookAtOpen(int zone)
    {
        var fewest = plan.Thresholds.Beating(Best.Ratio);
        for (var length = 1; length <= _windows.Longest; length++)
        {
            var start = _windows.Days - length;
            if (int.CreateTruncating(_zone[start]) >= fewest[Grid.Place(zone, _windows.Steps(length)[start])])
            {
                LookInto(new(start, _windows.Days));
                fewest = plan.Thresholds.Beating(Best.Ratio);
            }
        }
    }

    private void LookAtAll(int zone)
    {
        var everything = int.CreateTruncating(_zone[0]);
        for (var length = 1; length <= _windows.Longest; length++)
        {
            var fewest = plan.Thresholds.Beating(Best.Ratio)[Grid.Place(zone, _windows.LowestSteps(length))];
            if (everything < fewest)
            {
                continue;
            }
            for (var start = 0; start <= _windows.Days - length; start += Vector<T>.Count)
            {
                if (AnyReaches(start, length, Vector.Create(T.CreateTruncating(fewest))))
                {
                    LookAtSome(zone, length, start);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AnyReaches(int start, int length, Vector<T> fewest)
    {
        ref var zone = ref MemoryMarshal.GetArrayDataReference(_zone);
        var counts = Vector.LoadUnsafe(ref zone, (nuint)start) - Vector.LoadUnsafe(ref zone, (nuint)(start + length));
        return Vector.GreaterThanOrEqualAny(counts, fewest);
    }

    private void LookAtSome(int zone, int length, int from)
    {
        var steps = _windows.Steps(length);
        var fewest = plan.Thresholds.Beating(Best.Ratio);
        for (var start = from; start < Math.Min(from + Vector<T>.Count, steps.Length); start++)
        {
            if (int.CreateTruncating(_zone[start] - _zone[start + length]) >= fewest[Grid.Place(zone, steps[start])])
            {
                LookInto(new(start, start + length));
                fewest = plan.Thresholds.Beating(Best.Ratio);
            }
        }
    }

    /// <summary>Tries the zones of the block from the largest down; only one whose last site has cases in the window can be the best.</summary>
    private void LookInto(Window window)
    {
        var zones = plan.Zones[_centre];
        var near = plan.Order.Nearest(_centre);
        var first = _block == 0 ? 0 : zones.Ends[_block - 1];
        var place = Grid.Place(zones.Steps[_block], _windows.Steps(window.End - window.Start)[window.Start]);
        var observed = int.CreateTruncating(_zone[window.Start] - _zone[window.End]);
        var weight = zones.Weights[_block];
        for (var k = zones.Ends[_block] - 1; k >= first && observed >= plan.Thresholds.Beating(Best.Ratio)[place]; k--)
        {
            var own = _table.Count(near[k], window);
            if (own > 0)
            {
                Try(observed, weight, k + 1, window);
                observed -= own;
            }
            weight -= plan.Weights.Of[near[k]];
        }
    }

    private void Try(int observed, double weight, int sites, Window window)
    {
        var ratio = LikelihoodRatio.Log(observed, plan.Expected(weight, window), plan.Cases.Total);
        if (Best.YieldsTo(ratio, sites, window))
        {
            Best = new(ratio, sites, window);
        }
    }
}
