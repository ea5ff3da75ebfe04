using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;
using CityLoom.Requests.Likeness;
using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Foresight;

/// <summary>A hot topic of a week and how far it has spread.</summary>
/// <param name="Title">One line, without what points to a person.</param>
/// <param name="Requests">How many requests.</param>
/// <param name="Heat">One for each, and the decimal logarithm of one more than those who joined.</param>
/// <param name="Days">On how many days.</param>
/// <param name="Districts">Codes of its districts, most requests first.</param>
/// <param name="Streets">In how many streets.</param>
/// <param name="Matters">Identities of its requests, the most central first.</param>
public sealed record WeekTopic(string Title, int Requests, double Heat, int Days, IReadOnlyList<string> Districts, int Streets, IReadOnlyList<long> Matters);

/// <summary>The hot topics of a week, found once and kept: a past week for good, the present one for ten minutes. Thread-safe.</summary>
public sealed class WeekTopics(Database database, CityContext city, TimeProvider time)
{
    private const int MostRequests = 3_000;
    private const int MostTopics = 10;
    private const int MostKept = 12;
    private const int Days = 7;
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(10);

    private readonly Lock _finding = new();
    private readonly Dictionary<DateOnly, (long At, IReadOnlyList<WeekTopic> Topics)> _found = [];

    /// <summary>The topics of the seven days from this one on, hottest first.</summary>
    public IReadOnlyList<WeekTopic> Of(DateOnly first)
    {
        lock (_finding)
        {
            var past = first.AddDays(Days) <= city.Clock.Today;
            if (_found.TryGetValue(first, out var known) && (past || time.GetElapsedTime(known.At) < Freshness))
            {
                return known.Topics;
            }

            if (_found.Count >= MostKept)
            {
                _found.Clear();
            }

            var topics = Find(first);
            _found[first] = (time.GetTimestamp(), topics);
            return topics;
        }
    }

    private List<WeekTopic> Find(DateOnly first)
    {
        var (from, until) = (city.Clock.Instant(first.ToDateTime(TimeOnly.MinValue)), city.Clock.Instant(first.AddDays(Days).ToDateTime(TimeOnly.MinValue)));
        var rows = database.Read(s => s.Rows<Row>(
            """
            select r.id, m.title, m.words, r.requested_at, coalesce(m.territory, '') as territory,
              (select count(*) from request_joins j where j.request_id = r.id) as joined
            from requests r join matters m on m.id = r.id
            where r.requested_at >= @from and r.requested_at < @until and m.confidential = 0 order by r.requested_at desc limit @MostRequests
            """,
            new { from, until, MostRequests }));
        var filed = rows.ConvertAll(r => new FiledRequest(
            r.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), new RequestWords(r.Title, r.Words), r.RequestedAt, r.Territory, (int)r.Joined));
        return [.. HotTopic.Find(filed, MostTopics).Select(Of)];
    }

    private WeekTopic Of(HotTopic topic) => new(
        PublicWords.Of(topic.Title), topic.Requests.Count, topic.Heat, topic.Days,
        [.. topic.Requests.Select(r => city.Territories.AtLevel(r.Place, TerritoryLevel.District)?.Code).OfType<string>().GroupBy(d => d).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)],
        topic.Requests.Select(r => city.Territories.AtLevel(r.Place, TerritoryLevel.Street)?.Code).OfType<string>().Distinct().Count(),
        [.. topic.Requests.Select(r => long.Parse(r.Id, System.Globalization.CultureInfo.InvariantCulture))]);

    private sealed record Row
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public string Words { get; init; } = "";

        public DateTimeOffset RequestedAt { get; init; }

        public string Territory { get; init; } = "";

        public long Joined { get; init; }
    }
}
