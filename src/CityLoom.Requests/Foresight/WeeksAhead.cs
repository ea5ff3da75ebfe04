using CityLoom.City;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Foresight;

/// <summary>What one place may expect of one category next week, and what there was.</summary>
/// <param name="Place">Code of the street, or of the district where streets have too few.</param>
/// <param name="Service">Code of the category.</param>
/// <param name="Last">Requests of the last complete week.</param>
/// <param name="Ahead">The expectation.</param>
public sealed record ExpectedRequests(string Place, string Service, int Last, WeekAhead Ahead);

/// <summary>
/// Before they call 未诉先办: what the plain seasonal baseline foretells for the week that begins next, street by street and category by
/// category, so that somebody goes there first.
/// </summary>
public static class WeeksAhead
{
    private const int History = 112;
    private const long Week = 7L * 24 * 3600 * 1000;
    private const double Least = 1;
    private const int EnoughStreets = 5;

    /// <summary>The expectations of at least one request, most first; by district where hardly any street reaches that.</summary>
    /// <param name="session">The database.</param>
    /// <param name="monday">The Monday with which the coming week begins; the weeks before it are the history.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="city">The city.</param>
    public static IReadOnlyList<ExpectedRequests> Of(Session session, DateOnly monday, int most, CityContext city)
    {
        var streets = Expect(session, monday, 9, city);
        return [.. (streets.Count >= EnoughStreets ? streets : Expect(session, monday, 6, city))
            .OrderByDescending(e => e.Ahead.Expected).ThenBy(e => e.Place, StringComparer.Ordinal).ThenBy(e => e.Service, StringComparer.Ordinal).Take(most)];
    }

    private static List<ExpectedRequests> Expect(Session session, DateOnly monday, int digits, CityContext city)
    {
        var until = city.Clock.Instant(monday.ToDateTime(TimeOnly.MinValue)).ToUnixTimeMilliseconds();
        var from = until - (History * Week);
        var cells = session.Rows<Cell>(
            $"""
            select substr(m.territory, 1, {digits}) as place, r.service, (r.requested_at - @from) / {Week} as week, count(*) as requests
            from requests r join matters m on m.id = r.id
            where r.requested_at >= @from and r.requested_at < @until and m.territory is not null and length(m.territory) >= {digits} and r.service <> ''
            group by 1, 2, 3
            """,
            new { from, until });
        if (cells.Count == 0)
        {
            return [];
        }

        // The history begins with the first week in which anybody called.
        var first = (int)cells.Min(c => c.Week);
        return [.. cells.GroupBy(c => (c.Place, c.Service)).Select(g => Of(g.Key.Place, g.Key.Service, g, first)).OfType<ExpectedRequests>()];
    }

    private static ExpectedRequests? Of(string place, string service, IEnumerable<Cell> cells, int first)
    {
        var weeks = new int[History - first];
        foreach (var cell in cells)
        {
            weeks[cell.Week - first] += (int)cell.Requests;
        }

        return SeasonalBaseline.Expect(weeks) is { Expected: >= Least } ahead ? new ExpectedRequests(place, service, weeks[^1], ahead) : null;
    }

    private sealed record Cell
    {
        public string Place { get; init; } = "";

        public string Service { get; init; } = "";

        public long Week { get; init; }

        public long Requests { get; init; }
    }
}
