namespace CityLoom.Requests.Likeness;

/// <summary>
/// Groups requests about one matter at one place. Two groups join while their members are, on average over pairs across, more
/// likely the same matter than not, so that a chain of half-alike requests does not become one group.
/// </summary>
/// <remarks>Average linkage (R. R. Sokal and C. D. Michener, 1958) over the pairs that the index brings together.</remarks>
internal sealed class RelatedRequests
{
    private const int Neighbours = 25;
    private const int PairsLookedAt = 64;

    private readonly IReadOnlyList<FiledRequest> _requests;
    private readonly RequestPairs _pairs;
    private readonly int[] _group;
    private readonly List<int>?[] _members;

    private RelatedRequests(IReadOnlyList<FiledRequest> requests)
    {
        _requests = requests;
        _pairs = new(requests);
        _group = [.. Enumerable.Range(0, requests.Count)];
        _members = [.. _group.Select(i => new List<int> { i })];
    }

    /// <summary>Groups of two and more, each with its most central request first.</summary>
    public static IReadOnlyList<IReadOnlyList<FiledRequest>> Group(IReadOnlyList<FiledRequest> requests)
    {
        FiledRequest[] distinct = [.. requests.DistinctBy(r => r.Id, StringComparer.Ordinal)];
        var related = new RelatedRequests(distinct);
        foreach (var (a, b, _) in related.Candidates().OrderByDescending(c => c.Score).ThenBy(c => c.A).ThenBy(c => c.B))
        {
            related.JoinIfAlike(related._group[a], related._group[b]);
        }

        return [.. related._members.OfType<List<int>>().Where(m => m.Count > 1).Select(related.CentreFirst)];
    }

    private List<(int A, int B, double Score)> Candidates()
    {
        var index = new LikenessIndex();
        var found = new List<(int, int, double)>();
        for (var b = 0; b < _requests.Count; b++)
        {
            foreach (var a in index.Nearest(_requests[b].Words, Neighbours))
            {
                if (Score(a, b) is var score && score >= PairLikeness.Same)
                {
                    found.Add((a, b, score));
                }
            }

            index.Add(_requests[b].Words);
        }

        return found;
    }

    private double Score(int a, int b) => _pairs.ScoreAtAnyTime(_requests[a].Id, _requests[b].Id);

    private void JoinIfAlike(int one, int other)
    {
        if (one == other || Average(_members[one]!, _members[other]!) < PairLikeness.Same)
        {
            return;
        }

        _members[one]!.AddRange(_members[other]!);
        foreach (var member in _members[other]!)
        {
            _group[member] = one;
        }

        _members[other] = null;
    }

    /// <summary>The mean over pairs across two groups; of very many pairs an even selection.</summary>
    private double Average(List<int> one, List<int> other)
    {
        var pairs = (long)one.Count * other.Count;
        var looked = (int)Math.Min(pairs, PairsLookedAt);
        var sum = 0.0;
        for (var k = 0; k < looked; k++)
        {
            var pair = k * pairs / looked;
            sum += Score(one[(int)(pair / other.Count)], other[(int)(pair % other.Count)]);
        }

        return sum / looked;
    }

    private IReadOnlyList<FiledRequest> CentreFirst(List<int> members)
    {
        var others = members.Take(PairsLookedAt).ToArray();
        var centre = members.MaxBy(m => others.Where(o => o != m).Sum(o => Score(m, o)));
        return [_requests[centre], .. members.Where(m => m != centre).Select(m => _requests[m]).OrderBy(r => r.Time)];
    }
}
