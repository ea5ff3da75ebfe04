using System.Runtime.CompilerServices;

namespace CityLoom.Reach.Search;

/// <summary>
/// The queue of a search: nodes wait in a ring of buckets by time, each as wide as a typical arc. Inside a bucket the order is
/// that of arrival, so a node may be passed again with a better time, but times leave a bucket only once they are final.
/// Cheaper than a heap, whose comparisons a processor cannot foresee.
/// (Dial 1969, Algorithm 360; with wide buckets Meyer and Sanders 2003, Δ-stepping, done by one thread.)
/// </summary>
internal sealed class Buckets
{
    private const int MostBuckets = 1 << 14;

    private readonly int _shift;
    private readonly Waiting[][] _buckets;
    private readonly int[] _counts;
    private int _waiting;

    /// <param name="longest">The longest step from one node to the next.</param>
    /// <param name="typical">The width to aim at.</param>
    public Buckets(int longest, int typical)
    {
        while (1L << (_shift + 1) <= typical || longest >> _shift >= MostBuckets - 2)
        {
            _shift++;
        }
        var ring = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(longest >> _shift) + 2);
        (_buckets, _counts) = (new Waiting[ring][], new int[ring]);
        Array.Fill(_buckets, []);
    }

    /// <summary>A node that waits with the time under which it was put in.</summary>
    internal readonly record struct Waiting(int Node, int Time);

    /// <summary>True while any node waits.</summary>
    public bool Any => _waiting > 0;

    /// <summary>The bucket to which a time belongs.</summary>
    public int Of(int time) => time >> _shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int node, int time)
    {
        var slot = (time >> _shift) & (_counts.Length - 1);
        var bucket = _buckets[slot];
        var count = _counts[slot];
        if ((uint)count >= (uint)bucket.Length)
        {
            bucket = Grow(slot);
        }
        bucket[count] = new(node, time);
        _counts[slot] = count + 1;
        _waiting++;
    }

    /// <summary>The entry at a place in a bucket; false past its end, where the bucket is emptied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(int bucket, int place, out Waiting entry)
    {
        var slot = bucket & (_counts.Length - 1);
        if (place < _counts[slot])
        {
            entry = _buckets[slot][place];
            return true;
        }
        _waiting -= place;
        _counts[slot] = 0;
        entry = default;
        return false;
    }

    private Waiting[] Grow(int slot)
    {
        Array.Resize(ref _buckets[slot], Math.Max(16, _buckets[slot].Length * 2));
        return _buckets[slot];
    }
}
