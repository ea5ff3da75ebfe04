namespace CityLoom.Requests.Likeness;

/// <summary>Compares pairs of requests of one set; how rare a word is, is taken from the whole set.</summary>
public sealed class RequestPairs
{
    private readonly Dictionary<string, FiledRequest> _requests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Wording> _wordings = new(StringComparer.Ordinal);
    private readonly GramStatistics _statistics = new();

    /// <summary>Makes the requests ready; of two with the same number the first counts.</summary>
    public RequestPairs(IEnumerable<FiledRequest> requests)
    {
        foreach (var request in requests)
        {
            if (_requests.TryAdd(request.Id, request))
            {
                _statistics.Add(request.Words);
            }
        }
    }

    /// <summary>From this score on, two requests count as the same matter.</summary>
    public static double Same => PairLikeness.Same;

    /// <summary>Whether a request of that number is there.</summary>
    public bool Has(string id) => _requests.ContainsKey(id);

    /// <summary>How likely two requests are one matter at one place, 0 to 1.</summary>
    /// <exception cref="KeyNotFoundException">One of them is not in the set.</exception>
    public double Score(string a, string b) => PairLikeness.Score(Of(a), Of(b), _requests[a].Time - _requests[b].Time);

    /// <summary>The same without regard to time, for a topic goes on as long as residents raise it.</summary>
    /// <exception cref="KeyNotFoundException">One of them is not in the set.</exception>
    internal double ScoreAtAnyTime(string a, string b) => PairLikeness.Score(Of(a), Of(b), TimeSpan.Zero);

    private Wording Of(string id)
    {
        if (!_wordings.TryGetValue(id, out var wording))
        {
            _wordings[id] = wording = new(_requests[id].Words, _statistics);
        }

        return wording;
    }
}
