using System.Runtime.InteropServices;

namespace CityLoom.Requests.Understanding;

/// <summary>The grams a model knows, each with its place; a hash table with linear probing.</summary>
internal sealed class Vocabulary
{
    private readonly uint[] _keys;
    private readonly int[] _places;
    private readonly uint _mask;

    public Vocabulary(uint[] hashes)
    {
        Hashes = hashes;
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, hashes.Length * 2));
        _mask = (uint)size - 1;
        _keys = new uint[size];
        _places = new int[size];
        Array.Fill(_places, -1);
        for (var place = 0; place < hashes.Length; place++)
        {
            var slot = hashes[place] & _mask;
            while (_places[slot] >= 0)
            {
                slot = (slot + 1) & _mask;
            }

            (_keys[slot], _places[slot]) = (hashes[place], place);
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
            if (_places[slot] < 0 || _keys[slot] == hash)
            {
                return _places[slot];
            }
        }
    }

    /// <summary>All grams that stand in at least so many texts, with the number of texts of each.</summary>
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

        var kept = seen.Where(e => e.Value.Texts >= atLeast).OrderBy(e => e.Key).ToArray();
        return (new Vocabulary([.. kept.Select(e => e.Key)]), [.. kept.Select(e => e.Value.Texts)]);
    }
}
