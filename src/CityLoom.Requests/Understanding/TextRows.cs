using System.Runtime.InteropServices;

namespace CityLoom.Requests.Understanding;

/// <summary>
/// Turns texts into vectors: how often each known gram occurs, damped by the logarithm, times how rare it is among all
/// texts, at unit length; the last feature is the same for all and carries each class's bias.
/// </summary>
/// <remarks>G. Salton and C. Buckley, "Term-weighting approaches in automatic text retrieval", 1988 (the scheme "ltc").</remarks>
internal sealed class TextRows
{
    private const float Bias = 0.5f;

    /// <summary>Letters of the detail that are read: a resident comes to the point before, and the rest made nothing better.</summary>
    private const int LettersRead = 500;

    private static readonly float[] Logarithms = [.. Enumerable.Range(0, 64).Select(n => MathF.Log(1 + n))];
    private readonly List<Letter> _letters = [];
    private readonly List<Gram> _grams = [];
    private readonly ushort[] _counts;
    private readonly Vocabulary _vocabulary;
    private readonly float[] _rarity;
    private int[] _places = new int[1024];
    private float[] _values = new float[1024];

    /// <summary>A reader with its own scratch space: not for two threads at once.</summary>
    public TextRows(Vocabulary vocabulary, float[] rarity) =>
        (_vocabulary, _rarity, _counts) = (vocabulary, rarity, new ushort[vocabulary.Count]);

    /// <summary>Vectors have the grams' places and one more.</summary>
    public static int FeaturesOf(Vocabulary vocabulary) => vocabulary.Count + 1;

    /// <summary>The grams of a request, for building a vocabulary.</summary>
    public static List<Gram> GramsOf(RequestWords words)
    {
        var (letters, grams) = (new List<Letter>(), new List<Gram>());
        ReadGrams(words, letters, grams);
        return grams;
    }

    /// <summary>Inverse document frequency of each gram.</summary>
    public static float[] RarityOf(int[] texts, int all) => [.. texts.Select(n => (float)(Math.Log((1.0 + all) / (1 + n)) + 1))];

    /// <summary>The vector of a request; it is valid until the next call.</summary>
    public void Read(RequestWords words, out ReadOnlySpan<int> places, out ReadOnlySpan<float> values)
    {
        ReadGrams(words, _letters, _grams);
        if (_places.Length <= _grams.Count)
        {
            _places = new int[_grams.Count * 2];
            _values = new float[_grams.Count * 2];
        }

        var distinct = Count();
        var square = Weigh(distinct);
        var scale = square > 0 ? (float)(1 / Math.Sqrt(square)) : 0;
        for (var j = 0; j < distinct; j++)
        {
            _values[j] *= scale;
        }

        _places[distinct] = _vocabulary.Count;
        _values[distinct] = Bias;
        places = _places.AsSpan(0, distinct + 1);
        values = _values.AsSpan(0, distinct + 1);
    }

    /// <summary>The vector of a request, to keep.</summary>
    public SparseRow Keep(RequestWords words)
    {
        Read(words, out var places, out var values);
        return new([.. places], [.. values]);
    }

    private static void ReadGrams(RequestWords words, List<Letter> letters, List<Gram> grams)
    {
        grams.Clear();
        Letters.Read(words.Subject, letters);
        Grams.OfHeading(letters, grams);
        Letters.Read(words.Detail, letters, most: LettersRead);
        Grams.OfDetail(letters, grams);
    }

    /// <summary>Counts the known grams and leaves their places; returns how many are distinct.</summary>
    private int Count()
    {
        var distinct = 0;
        foreach (ref readonly var gram in CollectionsMarshal.AsSpan(_grams))
        {
            var place = _vocabulary.Find(gram.Hash);
            if (place >= 0)
            {
                ref var count = ref _counts[place];
                _places[distinct] = place;
                distinct += count == 0 ? 1 : 0;
                count = (ushort)Math.Min(count + gram.Weight, ushort.MaxValue);
            }
        }

        return distinct;
    }

    /// <summary>Fills the values and sets the counts back to zero; returns the squared length.</summary>
    private double Weigh(int distinct)
    {
        var square = 0.0;
        for (var j = 0; j < distinct; j++)
        {
            var place = _places[j];
            var value = Damped(_counts[place]) * _rarity[place];
            _counts[place] = 0;
            _values[j] = value;
            square += value * value;
        }

        return square;
    }

    private static float Damped(int count) => count < Logarithms.Length ? Logarithms[count] : MathF.Log(1 + count);
}
