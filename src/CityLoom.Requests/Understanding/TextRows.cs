namespace CityLoom.Requests.Understanding;

/// <summary>
/// Turns texts into vectors: how often each known gram occurs, damped by the logarithm, times how rare it is among all
/// texts, at unit length; the last feature is the same for all and carries each class's bias.
/// </summary>
/// <remarks>G. Salton and C. Buckley, "Term-weighting approaches in automatic text retrieval", 1988 (the scheme "ltc").</remarks>
internal sealed class TextRows
{
    private const float Bias = 0.5f;
    private readonly List<Letter> _letters = [];
    private readonly List<Gram> _grams = [];
    private readonly float[] _counts;
    private readonly List<int> _touched = [];
    private readonly Vocabulary _vocabulary;
    private readonly float[] _rarity;
    private int[] _places = new int[1024];
    private float[] _values = new float[1024];

    /// <summary>A reader with its own scratch space: not for two threads at once.</summary>
    public TextRows(Vocabulary vocabulary, float[] rarity) =>
        (_vocabulary, _rarity, _counts) = (vocabulary, rarity, new float[vocabulary.Count]);

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
        Count();
        if (_places.Length <= _touched.Count)
        {
            _places = new int[_touched.Count * 2];
            _values = new float[_touched.Count * 2];
        }

        var square = Weigh();
        var scale = square > 0 ? (float)(1 / Math.Sqrt(square)) : 0;
        for (var j = 0; j < _touched.Count; j++)
        {
            _values[j] *= scale;
        }

        _places[_touched.Count] = _vocabulary.Count;
        _values[_touched.Count] = Bias;
        places = _places.AsSpan(0, _touched.Count + 1);
        values = _values.AsSpan(0, _touched.Count + 1);
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
        Letters.Read(words.Detail, letters);
        Grams.OfDetail(letters, grams);
    }

    private void Count()
    {
        _touched.Clear();
        foreach (var gram in _grams)
        {
            if (_vocabulary.Find(gram.Hash) is >= 0 and var place)
            {
                if (_counts[place] == 0)
                {
                    _touched.Add(place);
                }

                _counts[place] += gram.Weight;
            }
        }
    }

    /// <summary>Fills places and values and sets the counts back to zero; returns the squared length.</summary>
    private double Weigh()
    {
        var square = 0.0;
        for (var j = 0; j < _touched.Count; j++)
        {
            var place = _touched[j];
            var value = MathF.Log(1 + _counts[place]) * _rarity[place];
            _counts[place] = 0;
            (_places[j], _values[j]) = (place, value);
            square += (double)value * value;
        }

        return square;
    }
}
