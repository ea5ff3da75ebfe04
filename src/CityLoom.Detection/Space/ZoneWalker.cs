using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CityLoom.Detection.Space;

/// <summary>
/// Walks the growing zones around a centre and keeps the best window. A block of zones is looked into only where its most favourable reading could beat the best so far, which few can. Once warm it allocates nothing.
/// </summary>
internal sealed class ZoneWalker<T>(ScanPlan plan)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly T[] _zone = new T[(2 * plan.Windows.Days) + (2 * Vector<T>.Count)];
    private readonly T[] _untilToday = new T[plan.Windows.Days + Vector<T>.Count];
    private readonly BlockCounts<T> _blocks = new(plan);
    private readonly WindowThresholds<T> _thresholds = new(plan);
    private readonly TimeWindows _windows = plan.Windows;
    private CountTable<T> _table = null!;
    private int _centre, _block;

    /// <summary>The best so far; to be reset for another centre or another world.</summary>
    public Best Best { get; set; }

    public void Walk(int centre, CountTable<T> table)
    {
        (_table, _centre) = (table, centre);
        Array.Clear(_zone);
        _blocks.Begin(centre, table);
        var zones = plan.Zones[centre];
        for (_block = 0; _block < zones.Ends.Length; _block++)
        {
            _blocks.Add(_block, _zone);
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

    /// <summary>Compares the windows that end today with what the block's smallest zone needs.</summary>
    private void LookAtOpen(int zone)
    {
        var sum = T.Zero;
        for (var day = _windows.Days - 1; day >= 0; day--)
        {
            _untilToday[day] = sum += _zone[day];
        }
        var tooFew = _thresholds.Of(zone, Best.Ratio).TooFew;
        for (var start = 0; start < _windows.Days; start += Vector<T>.Count)
        {
            if (Vector.GreaterThanAny(At(_untilToday, start), At(tooFew, start)))
            {
                for (var length = Math.Min(Vector<T>.Count, _windows.Days - start); length > 0; length--)
                {
                    LookInto(new(start + length - 1, _windows.Days), _untilToday[start + length - 1]);
                }
            }
        }
    }

    /// <summary>Compares all windows, a vector of first days at a time, each length made from the one before and all lengths in one question.</summary>
    private void LookAtAll(int zone)
    {
        var thresholds = _thresholds.Of(zone, Best.Ratio);
        ref var days = ref MemoryMarshal.GetArrayDataReference(_zone);
        for (var start = 0; start < _windows.Days; start += Vector<T>.Count)
        {
            ref var tooFew = ref MemoryMarshal.GetArrayDataReference(thresholds.TooFew);
            var (inside, enough) = (Vector<T>.Zero, Vector<T>.Zero);
            for (var length = 0; length < _windows.Longest; length++)
            {
                inside += Vector.LoadUnsafe(ref days, (nuint)(start + length));
                enough |= Vector.GreaterThan(inside, Vector.LoadUnsafe(ref tooFew, (nuint)((length * thresholds.Stride) + start)));
            }
            if (enough != Vector<T>.Zero)
            {
                thresholds = LookAtEach(zone, start, thresholds);
            }
        }
    }

    private ZoneThresholds<T> LookAtEach(int zone, int start, ZoneThresholds<T> thresholds)
    {
        var inside = Vector<T>.Zero;
        for (var length = 1; length <= _windows.Longest; length++)
        {
            inside += At(_zone, start + length - 1);
            if (Vector.GreaterThanAny(inside, At(thresholds.TooFew, ((length - 1) * thresholds.Stride) + start)))
            {
                LookCloser(inside, start, length);
                thresholds = _thresholds.Of(zone, Best.Ratio);
            }
        }
        return thresholds;
    }

    private void LookCloser(Vector<T> inside, int start, int length)
    {
        for (var lane = 0; lane < Math.Min(Vector<T>.Count, _windows.Days - length - start + 1); lane++)
        {
            LookInto(new(start + lane, start + lane + length), inside[lane]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> At(T[] counts, int index) => Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(counts), (nuint)index);

    /// <summary>Tries the zones of the block from the largest down; only one whose last site has cases in the window can be the best.</summary>
    private void LookInto(Window window, T inside)
    {
        var zones = plan.Zones[_centre];
        var near = plan.Order.Nearest(_centre);
        var first = _block == 0 ? 0 : zones.Ends[_block - 1];
        var place = Grid.Place(zones.Steps[_block], _windows.Steps(window.End - window.Start)[window.Start]);
        var observed = int.CreateTruncating(inside);
        var weight = zones.Weights[_block];
        for (var k = zones.Ends[_block] - 1; k >= first && observed >= plan.Thresholds.Fewest(Thresholds.Level(Best.Ratio), place); k--)
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
