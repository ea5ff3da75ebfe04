using CityLoom.Kernel;

namespace CityLoom.Requests.Desk;

/// <summary>Open requests that seem to be one matter at one place.</summary>
/// <param name="Lead">The oldest one, which would lead.</param>
/// <param name="Others">The others with how likely each is the same as the one that brought it in, the oldest first.</param>
public sealed record RelatedCase(OpenRequest Lead, IReadOnlyList<LikeRequest> Others);

/// <summary>
/// Finds among the newest open requests those that seem to be one matter, for a person to decide: each joins whichever it is most alike.
/// Kept for a minute. Thread-safe.
/// </summary>
public sealed class RelatedCases(OpenRequests open, TimeProvider time, CityClock clock)
{
    private const int Looked = 300;
    private const int Neighbours = 6;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly Lock _finding = new();
    private volatile Found? _found;

    /// <summary>The groups, the largest first.</summary>
    public IReadOnlyList<RelatedCase> All()
    {
        lock (_finding)
        {
            if (_found is not { } found || time.GetElapsedTime(found.At) > Kept)
            {
                _found = found = new Found(time.GetTimestamp(), Find());
            }

            return found.Cases;
        }
    }

    /// <summary>Forgets what was found, for some of it has been decided.</summary>
    public void Forget() => _found = null;

    /// <summary>Those that seem to be the same as one that is open.</summary>
    public IReadOnlyList<LikeRequest> Like(OpenRequest one, int most) =>
        [.. open.Like(one.Heard, one.Place, one.Point, clock.Now, most + 1).Where(l => l.Request.Id != one.Id).Take(most)];

    private List<RelatedCase> Find()
    {
        var newest = open.Newest(Looked).OrderBy(r => r.Id).ToList();
        var lead = new Dictionary<long, long>();
        var others = new Dictionary<long, List<LikeRequest>>();
        foreach (var one in newest)
        {
            var best = open.Like(one.Heard, one.Place, one.Point, one.RequestedAt, Neighbours).FirstOrDefault(l => l.IsSame && l.Request.Id < one.Id);
            if (best is null)
            {
                continue;
            }

            var to = lead.GetValueOrDefault(best.Request.Id, best.Request.Id);
            lead[one.Id] = to;
            (others.TryGetValue(to, out var list) ? list : others[to] = []).Add(new LikeRequest(one, best.Likeness, best.Metres));
        }

        return [.. newest.Concat(open.Newest(int.MaxValue).Where(r => others.ContainsKey(r.Id))).DistinctBy(r => r.Id).Where(r => others.ContainsKey(r.Id))
            .Select(r => new RelatedCase(r, others[r.Id])).OrderByDescending(c => c.Others.Count).ThenBy(c => c.Lead.Id)];
    }

    private sealed record Found(long At, IReadOnlyList<RelatedCase> Cases);
}
