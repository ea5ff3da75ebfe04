using System.Runtime.InteropServices;
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
        var filing = new FiledWords();
        filing.Read(words);
        Add(filing);
    }

    /// <summary>Counts one more request, whose pairs were read before.</summary>
    public void Add(FiledWords filing)
    {
        Texts++;
        foreach (var gram in filing.All)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_texts, gram, out _)++;
        }
    }

    /// <summary>In how many requests it stands.</summary>
    public int TextsOf(uint gram) => _texts.GetValueOrDefault(gram);

    /// <summary>Inverse document frequency.</summary>
    public double Rarity(uint gram) => Math.Log((1.0 + Texts) / (1 + _texts.GetValueOrDefault(gram))) + 1;

    /// <summary>The share of requests it stands in.</summary>
    public double Share(uint gram) => (double)_texts.GetValueOrDefault(gram) / Math.Max(1, Texts);

    /// <summary>The pairs of neighbouring letters of a text, in order and with repetitions.</summary>
    public static List<uint> PairsOf(string text)
    {
        var pairs = new List<uint>(text.Length);
        ReadPairs(text, [], pairs);
        return pairs;
    }

    /// <summary>Appends the pairs of a text; <paramref name="letters"/> is room to work in.</summary>
    public static void ReadPairs(string text, List<Letter> letters, List<uint> pairs)
    {
        Letters.Read(text, letters, tellNumbers: true);
        for (var i = 0; i + 1 < letters.Count; i++)
        {
            if (letters[i].Code != 0 && letters[i + 1].Code != 0)
            {
                pairs.Add(Grams.Pair(letters[i].Code, letters[i + 1].Code));
            }
        }
    }
}
