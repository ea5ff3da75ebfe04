using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CityLoom.Detection.Space;

/// <summary>
/// Counts by day what each block of zones around a centre adds: site by site in vectors of days, or case by case where there are so few that
/// it costs less.
/// </summary>
internal sealed class BlockCounts<T>(ScanPlan plan)
    where T : unmanaged, IBinaryInteger<T>
{
    private T[] _byBlock = [];
    private CountTable<T> _table = null!;
    private int _centre;

    /// <summary>Turns to a centre.</summary>
    public void Begin(int centre, CountTable<T> table)
    {
        (_table, _centre) = (table, centre);
        if (plan.CasesAreFew)
        {
            Sort(plan.Zones[centre]);
        }
    }

    /// <summary>Adds a block to the days of a zone.</summary>
    public void Add(int block, T[] zone)
    {
        if (plan.CasesAreFew)
        {
            AddSorted(block, zone);
        }
        else
        {
            var ends = plan.Zones[_centre].Ends;
            AddSites(plan.Order.Nearest(_centre)[(block == 0 ? 0 : ends[block - 1])..ends[block]], zone);
        }
    }

    /// <summary>Sorts the cases into the blocks; those outside every zone go into one block more, which nobody reads.</summary>
    private void Sort(Zones zones)
    {
        var size = (zones.Ends.Length + 1) * _table.Stride;
        if (_byBlock.Length < size)
        {
            _byBlock = new T[size];
        }
        _byBlock.AsSpan(0, size).Clear();
        ref var counts = ref MemoryMarshal.GetArrayDataReference(_byBlock);
        ref var blocks = ref MemoryMarshal.GetArrayDataReference(zones.BlockOf);
        var stride = _table.Stride;
        foreach (var (site, day) in _table.Cases)
        {
            Unsafe.Add(ref counts, (Unsafe.Add(ref blocks, site) * stride) + day)++;
        }
    }

    private void AddSorted(int block, T[] zone)
    {
        ref var to = ref MemoryMarshal.GetArrayDataReference(zone);
        ref var from = ref MemoryMarshal.GetArrayDataReference(_byBlock);
        for (var at = 0; at < _table.Stride; at += Vector<T>.Count)
        {
            (Vector.LoadUnsafe(ref to, (nuint)at) + Vector.LoadUnsafe(ref from, (nuint)((block * _table.Stride) + at))).StoreUnsafe(ref to, (nuint)at);
        }
    }

    private void AddSites(ReadOnlySpan<ushort> sites, T[] zone)
    {
        var at = 0;
        for (; at + Vector<T>.Count < _table.Stride; at += 2 * Vector<T>.Count)
        {
            AddTwo(sites, zone, (nuint)at);
        }
        if (at < _table.Stride)
        {
            AddOne(sites, zone, (nuint)at);
        }
    }

    private void AddOne(ReadOnlySpan<ushort> sites, T[] zone, nuint at)
    {
        ref var counts = ref Unsafe.Add(ref MemoryMarshal.GetReference(_table.ByDay), at);
        ref var to = ref MemoryMarshal.GetArrayDataReference(zone);
        var sum = Vector.LoadUnsafe(ref to, at);
        var stride = (nuint)_table.Stride;
        foreach (var site in sites)
        {
            sum += Vector.LoadUnsafe(ref counts, site * stride);
        }
        sum.StoreUnsafe(ref to, at);
    }

    /// <summary>Two vectors side by side lie in one line of the cache.</summary>
    private void AddTwo(ReadOnlySpan<ushort> sites, T[] zone, nuint at)
    {
        ref var counts = ref Unsafe.Add(ref MemoryMarshal.GetReference(_table.ByDay), at);
        ref var to = ref MemoryMarshal.GetArrayDataReference(zone);
        var (stride, next) = ((nuint)_table.Stride, (nuint)Vector<T>.Count);
        var (first, second) = (Vector.LoadUnsafe(ref to, at), Vector.LoadUnsafe(ref to, at + next));
        foreach (var site in sites)
        {
            first += Vector.LoadUnsafe(ref counts, site * stride);
            second += Vector.LoadUnsafe(ref counts, (site * stride) + next);
        }
        first.StoreUnsafe(ref to, at);
        second.StoreUnsafe(ref to, at + next);
    }
}
