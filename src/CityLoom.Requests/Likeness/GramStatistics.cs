using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Likeness;

/// <summary>In how many of the city's requests each pair of letters stands: what is rare tells matters apart.</summary>
internal sealed class GramStatistics
{
    private readonly Dictionary<uint, int> _texts = [];

    /// <summary>Requests counted.</summary>
    public int Texts { get; private set; }

    /// <summary>Counts one more request.</summary>
    public void Add(RequestWords words)
    {
        Texts++;
        var grams = new HashSet<uint>(PairsOf(words.Subject));
        grams.UnionWith(PairsOf(words.Detail));
        foreach (var gram in grams)
        {
            _texts[gram] = _texts.GetValueOrDefault(gram) + 1;
        }
    }

    /// <summary>Inverse document frequency.</summary>
    public double Rarity(uint gram) => Math.Log((1.0 + Texts) / (1 + _texts.GetValueOrDefault(gram))) + 1;

    /// <summary>The share of requests it stands in.</summary>
    public double Share(uint gram) => (double)_texts.GetValueOrDefault(gram) / Math.Max(1, Texts);

    /// <summary>The pairs of neighbouring letters of a text, in order and with repetitions.</summary>
    public static IEnumerable<uint> PairsOf(string text)
    {
        var letters = new List<Letter>();
        Letters.Read(text, letters, tellNumbers: true);
        for (var i = 0; i + 1 < letters.Count; i++)
        {
            if (letters[i].Code != 0 && letters[i + 1].Code != 0)
            {
                yield return Grams.Pair(letters[i].Code, letters[i + 1].Code);
            }
        }
    }
}
