using System.Numerics;
using System.Runtime.InteropServices;

namespace CityLoom.Requests.Understanding;

/// <summary>The grams a model knows, each with its place; a hash table with linear probing, key and place in one word.</summary>
internal sealed class Vocabulary
{
    private readonly ulong[] _slots;
    private readonly uint _mask;

    public Vocabulary(uint[] hashes)
    {
        Hashes = hashes;
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, hashes.Length * 3 / 2));
        _mask = size - 1;
        _slots = new ulong[size];
        for (var place = 0; place < hashes.Length; place++)
        {
            var slot = hashes[place] & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = ((ulong)hashes[place] << 32) | (uint)(place + 1);
        }
    }

    /// <summary>The grams in the order of their places.</summary>
    public uint[] Hashes { get; }

    public int Count => Hashes.Length;

    /// <summary>The place of a gram; -1 when it was never learnt.</summary>
    public int Find(uint hash)
    {
        for (var slot = hash & _mask; ; slot = (slot + 1) & _mask)
        {
            var found = _slots[slot];
            if (found == 0 || (uint)(found >> 32) == hash)
            {
                return (int)(uint)found - 1;
            }
        }
    }

    /// <summary>All grams that stand in at least so many texts, with the number of texts of each. Common
    /// grams come first, so that what is read for every text lies together in memory.</summary>
    public static (Vocabulary Words, int[] Texts) Of(IEnumerable<IReadOnlyList<Gram>> texts, int atLeast)
    {
        var seen = new Dictionary<uint, (int Texts, int Last)>();
        var number = 0;
        foreach (var text in texts)
        {
            number++;
            foreach (var gram in text)
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, gram.Hash, out _);
                entry = entry.Last == number ? entry : (entry.Texts + 1, number);
            }
        }

        var kept = seen.Where(e => e.Value.Texts >= atLeast).OrderByDescending(e => e.Value.Texts).ThenBy(e => e.Key).ToArray();
        return (new Vocabulary([.. kept.Select(e => e.Key)]), [.. kept.Select(e => e.Value.Texts)]);
    }
}
