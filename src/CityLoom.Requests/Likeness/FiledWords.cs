using System.Runtime.InteropServices;
using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Likeness;

/// <summary>The pairs of letters of one request after another, in room that is used again. Not thread-safe.</summary>
internal sealed class FiledWords
{
    private readonly List<Letter> _letters = [];
    private readonly List<uint> _all = [];
    private readonly List<uint> _detail = [];
    private readonly List<long> _ranks = [];
    private readonly HashSet<uint> _known = [];
    private int _heading;

    /// <summary>All pairs, each once: those of the heading first.</summary>
    public IReadOnlyList<uint> All => _all;

    /// <summary>Reads a request in place of the one before.</summary>
    public void Read(RequestWords words)
    {
        _all.Clear();
        GramStatistics.ReadPairs(words.Subject, _letters, _all);
        Once(_all);
        _heading = _all.Count;
        _detail.Clear();
        GramStatistics.ReadPairs(words.Detail, _letters, _detail);
        Once(_detail);
        _known.Clear();
        _known.UnionWith(_all);
        _all.AddRange(_detail.Where(_known.Add));
    }

    /// <summary>Adds the pairs by which the request is found to a list: those of the heading and the rarest of the detail.</summary>
    /// <param name="statistics">Tells what is rare.</param>
    /// <param name="ofDetail">How many of the detail, those among them that stand in the heading too.</param>
    /// <param name="chosen">Is emptied first.</param>
    public void Choose(GramStatistics statistics, int ofDetail, List<uint> chosen)
    {
        chosen.Clear();
        chosen.AddRange(CollectionsMarshal.AsSpan(_all)[.._heading]);
        _known.Clear();
        _known.UnionWith(chosen);
        _ranks.Clear();
        for (var i = 0; i < _detail.Count; i++)
        {
            // The rarer first, and of two as rare the one that was said first.
            _ranks.Add(((long)statistics.TextsOf(_detail[i]) << 32) | (uint)i);
        }

        CollectionsMarshal.AsSpan(_ranks).Sort();
        foreach (var rank in CollectionsMarshal.AsSpan(_ranks)[..Math.Min(ofDetail, _ranks.Count)])
        {
            if (_detail[(int)(uint)rank] is var gram && _known.Add(gram))
            {
                chosen.Add(gram);
            }
        }
    }

    private void Once(List<uint> grams)
    {
        _known.Clear();
        grams.RemoveAll(g => !_known.Add(g));
    }
}
