using System.Runtime.InteropServices;
using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Likeness;

/// <summary>
/// Finds the few open requests worth comparing with a new one, among millions: each is filed under the pairs of letters of its
/// heading and the rarest of its detail, and a search adds up the rarity of what it shares. Safe for many threads.
/// </summary>
/// <remarks>
/// An inverted index scored term by term (J. Zobel and A. Moffat, "Inverted files for text search engines", 2006, section 4);
/// pairs that stand in very many requests are passed over in a search, for they hardly tell matters apart. A search looks at a bounded number of
/// filed pairs, the rarest first, so that it takes no longer with more open requests.
/// </remarks>
public sealed class LikenessIndex
{
    private const int GramsOfDetail = 24;
    private const int GramsOfSearch = 48;
    private const int LongestPosting = 20_000;
    private const int PostingsOfSearch = 250_000;

    private readonly Lock _lock = new();
    private readonly GramStatistics _statistics = new();
    private readonly Dictionary<uint, List<int>> _postings = [];
    private readonly List<float> _scores = [];
    private readonly List<bool> _open = [];
    private readonly List<int> _touched = [];
    private readonly FiledWords _words = new();
    private readonly List<uint> _filed = [];

    /// <summary>Files a request; returns the number by which it will be found, counted from 0.</summary>
    public int Add(RequestWords words)
    {
        lock (_lock)
        {
            _words.Read(words);
            _statistics.Add(_words);
            _words.Choose(_statistics, GramsOfDetail, _filed);
            var number = _open.Count;
            _open.Add(true);
            _scores.Add(0);
            foreach (var gram in _filed)
            {
                ref var posting = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, gram, out _);
                (posting ??= []).Add(number);
            }

            return number;
        }
    }

    /// <summary>Leaves a request out of later searches: it is closed.</summary>
    public void Remove(int number)
    {
        lock (_lock)
        {
            _open[number] = false;
        }
    }

    /// <summary>The open requests that share most of what is rare in these words, best first.</summary>
    /// <param name="words">What is searched for.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<int> Nearest(RequestWords words, int count)
    {
        lock (_lock)
        {
            Gather(words);
            var best = new PriorityQueue<int, (float, int)>();
            foreach (var number in _touched)
            {
                var rank = (_scores[number], -number);
                _scores[number] = 0;
                if (!_open[number] || (best.Count == count && !Beats(best, rank)))
                {
                    continue;
                }

                best.Enqueue(number, rank);
                if (best.Count > count)
                {
                    best.Dequeue();
                }
            }

            var found = new int[best.Count];
            for (var i = found.Length - 1; i >= 0; i--)
            {
                found[i] = best.Dequeue();
            }

            return found;
        }
    }

    /// <summary>How likely each of some requests is the same matter as these words, 0 to 1, in their order; how rare a word is, is taken from all that were filed.</summary>
    /// <param name="words">What is compared.</param>
    /// <param name="others">The words of each request and the time between them and now; null where it is not known.</param>
    public IReadOnlyList<double> Scores(RequestWords words, IReadOnlyList<(RequestWords Words, TimeSpan? Apart)> others)
    {
        lock (_lock)
        {
            var wording = new Wording(words, _statistics);
            return [.. others.Select(o => PairLikeness.Score(wording, new Wording(o.Words, _statistics), o.Apart))];
        }
    }

    /// <summary>Most of what shares a word shares too little: told without touching the queue.</summary>
    private static bool Beats(PriorityQueue<int, (float, int)> best, (float Score, int Number) rank) =>
        best.TryPeek(out _, out var least) && rank.CompareTo(least) > 0;

    private void Gather(RequestWords words)
    {
        _touched.Clear();
        var scores = CollectionsMarshal.AsSpan(_scores);
        var grams = GramStatistics.PairsOf(words.Subject).Concat(GramStatistics.PairsOf(words.Detail)).Distinct()
            .Select(gram => (Posting: _postings.GetValueOrDefault(gram), Rarity: (float)_statistics.Rarity(gram)))
            .Where(g => g.Posting is { Count: <= LongestPosting })
            .OrderByDescending(g => g.Rarity).Take(GramsOfSearch);
        var looked = 0;
        foreach (var (posting, rarity) in grams)
        {
            looked += posting!.Count;
            if (looked > PostingsOfSearch)
            {
                break;
            }

            foreach (var number in CollectionsMarshal.AsSpan(posting))
            {
                if (scores[number] == 0)
                {
                    _touched.Add(number);
                }

                scores[number] += rarity * rarity;
            }
        }
    }
}
