using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Likeness;

/// <summary>A request made ready to be compared with others.</summary>
internal sealed class Wording
{
    /// <summary>Grams in fewer requests than this share are names of places, people and firms.</summary>
    private const double NameShare = 0.004;

    /// <summary>Grams in more requests than this share are empty words.</summary>
    private const double EmptyShare = 0.38;

    private readonly HashSet<uint> _all;
    private readonly (uint Gram, double Weight)[] _heading;

    public Wording(RequestWords words, GramStatistics statistics)
    {
        var heading = Count(GramStatistics.PairsOf(words.Subject));
        var whole = Count(GramStatistics.PairsOf(words.Subject).Concat(GramStatistics.PairsOf(words.Detail)));
        _all = [.. whole.Keys];
        _heading = [.. heading.Keys.Select(g => (g, Math.Pow(statistics.Rarity(g), 2)))];
        Heading = GramVector.Of(heading, statistics);
        Whole = GramVector.Of(whole, statistics);
        Matter = GramVector.Of(whole, statistics, g => statistics.Share(g) is > NameShare and < EmptyShare);
    }

    /// <summary>The heading alone.</summary>
    public GramVector Heading { get; }

    /// <summary>Heading and detail.</summary>
    public GramVector Whole { get; }

    /// <summary>Heading and detail without names and without empty words: what is the matter, wherever it is.</summary>
    public GramVector Matter { get; }

    /// <summary>How much of the heading is found anywhere in the other request, rare words counting most; 0 to 1.</summary>
    public double HeadingFoundIn(Wording other)
    {
        var all = _heading.Sum(g => g.Weight);
        return all > 0 ? _heading.Where(g => other._all.Contains(g.Gram)).Sum(g => g.Weight) / all : 0;
    }

    private static Dictionary<uint, int> Count(IEnumerable<uint> grams)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var gram in grams)
        {
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }
}
