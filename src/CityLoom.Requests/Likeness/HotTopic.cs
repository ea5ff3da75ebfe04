namespace CityLoom.Requests.Likeness;

/// <summary>A matter that many residents raised in one period.</summary>
/// <param name="Title">The heading of its most central request.</param>
/// <param name="Heat">One for each request and the decimal logarithm of one more than its supporters.</param>
/// <param name="First">The earliest request.</param>
/// <param name="Last">The latest request.</param>
/// <param name="Days">Days on which requests came.</param>
/// <param name="Places">The places that they name by code, most requests first.</param>
/// <param name="Requests">All requests, the most central first.</param>
public sealed record HotTopic(
    string Title, double Heat, DateTimeOffset? First, DateTimeOffset? Last, int Days, IReadOnlyList<string> Places, IReadOnlyList<FiledRequest> Requests)
{
    /// <summary>The hot topics of some requests, such as those of a week, hottest first.</summary>
    /// <param name="requests">All requests of the period.</param>
    /// <param name="most">How many topics at most.</param>
    public static IReadOnlyList<HotTopic> Find(IReadOnlyList<FiledRequest> requests, int most) => [.. RelatedRequests.Group(requests)
        .Select(Of)
        .OrderByDescending(t => t.Heat).ThenBy(t => t.Requests[0].Id, StringComparer.Ordinal)
        .Take(most)];

    private static HotTopic Of(IReadOnlyList<FiledRequest> requests) => new(
        requests[0].Words.Subject,
        requests.Sum(r => 1 + Math.Log10(1 + Math.Max(0, r.Supporters))),
        requests.Min(r => r.Time),
        requests.Max(r => r.Time),
        requests.Select(r => r.Time?.Date).OfType<DateTime>().Distinct().Count(),
        [.. requests.Where(r => r.Place.Length > 0).GroupBy(r => r.Place, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => g.Key)],
        requests);
}
