namespace CityLoom.Requests.Understanding;

/// <summary>A letter or a pair of neighbouring letters, hashed.</summary>
/// <param name="Hash">32 bits that stand for it.</param>
/// <param name="Weight">What one occurrence counts.</param>
/// <param name="First">Its first letter in the list it was read from.</param>
/// <param name="Count">Letters it has.</param>
internal readonly record struct Gram(uint Hash, int Weight, int First, int Count);

/// <summary>
/// Letters and pairs of letters of a request. The heading counts twice over: among all words, and in a field of its own,
/// where a resident has said the matter in one line.
/// </summary>
internal static class Grams
{
    private const uint AnyField = 0;
    private const uint HeadingField = 0x9E3779B9;

    /// <summary>What a gram of the heading counts in its own field, against 1 in the text.</summary>
    private const int HeadingWeight = 2;

    public static void OfHeading(List<Letter> letters, List<Gram> into)
    {
        OfField(letters, AnyField, 1, into);
        OfField(letters, HeadingField, HeadingWeight, into);
    }

    public static void OfDetail(List<Letter> letters, List<Gram> into) => OfField(letters, AnyField, 1, into);

    private static void OfField(List<Letter> letters, uint field, int weight, List<Gram> into)
    {
        for (var i = 0; i < letters.Count; i++)
        {
            var code = letters[i].Code;
            if (code == 0)
            {
                continue;
            }

            into.Add(new(Mix(code ^ field), weight, i, 1));
            if (i + 1 < letters.Count && letters[i + 1].Code is > 0 and var next)
            {
                into.Add(new(Pair(code ^ field, next), weight, i, 2));
            }
        }
    }

    /// <summary>Two neighbouring letters as one hash.</summary>
    public static uint Pair(uint first, uint second) => Mix(Mix(first) ^ (second * 0x85EBCA6B));

    /// <summary>The finalizer of MurmurHash3: every bit in moves every bit out.</summary>
    private static uint Mix(uint h)
    {
        h = (h ^ (h >> 16)) * 0x85EBCA6B;
        h = (h ^ (h >> 13)) * 0xC2B2AE35;
        return h ^ (h >> 16);
    }
}
