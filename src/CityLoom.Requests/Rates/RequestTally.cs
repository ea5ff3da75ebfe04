using CityLoom.City.Rates;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Rates;

/// <summary>By what the figures are grouped.</summary>
public enum Grouping
{
    /// <summary>The organization that handled it.</summary>
    Organization,

    /// <summary>The district where it was.</summary>
    District,

    /// <summary>The street or town where it was.</summary>
    Street,

    /// <summary>The category.</summary>
    Service,
}

/// <summary>The period of a figure: from its first instant up to but without its last.</summary>
/// <param name="From">First instant, UTC.</param>
/// <param name="Until">The instant after the last, UTC.</param>
public readonly record struct Span(DateTimeOffset From, DateTimeOffset Until);

/// <summary>
/// Counts for the three rates of residents' requests, each with one query. What is left out stands in the formulas
/// (<see cref="RateCatalogue"/>): the adjusted counts leave out what arbitration has struck out, the raw ones do not. A matter counts once
/// in a period however many of those who wait for it answered: the larger part of them decides, and half is not enough.
/// </summary>
public static class RequestTally
{
    private const string Ended = "m.state not in ('NotAccepted', 'Merged', 'Voided')";

    /// <summary>Requests of the period whose residents left a way to be reached, and those of them contacted in time.</summary>
    public static List<Tally> Response(Session session, Span span, Grouping grouping, DateTimeOffset now) => Rows(
        session,
        $"""
        select {Key(grouping, "coalesce(m.handling, m.accountable)")} as unit,
          sum(case when r.responded_at <= r.respond_due_at then 1 else 0 end) as numerator, count(*) as denominator
        from requests r join matters m on m.id = r.id
        where r.requested_at >= @From and r.requested_at < @Until and r.reachable = 1 and r.respond_due_at is not null and {Ended}
          and (r.responded_at is not null or r.respond_due_at <= @now)
        group by 1
        """,
        span, now);

    /// <summary>Matters of which residents said in the period whether they are solved, and those of which most said so.</summary>
    public static List<Tally> Resolution(Session session, Span span, Grouping grouping, bool adjusted) =>
        Answered(session, span, grouping, adjusted, "a.solved is not null", "a.solved = 1");

    /// <summary>Matters rated in the period, and those of which most raters were satisfied or mostly satisfied.</summary>
    public static List<Tally> Satisfaction(Session session, Span span, Grouping grouping, bool adjusted) =>
        Answered(session, span, grouping, adjusted, "a.satisfaction is not null", "a.satisfaction in ('Satisfied', 'MostlySatisfied')");

    private static List<Tally> Answered(Session session, Span span, Grouping grouping, bool adjusted, string asked, string good) => Rows(
        session,
        $"""
        select unit, sum(case when 2 * good > answers then 1 else 0 end) as numerator, count(*) as denominator
        from (
          select {Key(grouping, "a.organization")} as unit, sum(case when {good} then 1 else 0 end) as good, count(*) as answers
          from request_answers a join requests r on r.id = a.request_id join matters m on m.id = r.id left join request_appeals p on p.answer_id = a.id and p.upheld = 1
          where a.at >= @From and a.at < @Until and {asked}{(adjusted ? " and p.id is null" : "")}
          group by 1, a.request_id, a.round) matters_answered
        group by 1
        """,
        span, default);

    /// <summary>Places are codes joined by slashes: four digits of the city, six of the district, nine of the street.</summary>
    internal static string Key(Grouping grouping, string organization) => grouping switch
    {
        Grouping.Organization => organization,
        Grouping.Service => "r.service",
        Grouping.District => Part(1),
        _ => Part(2),
    };

    /// <summary>The district or street is told by how statistical codes are made (six and nine digits), which both databases can cut.</summary>
    private static string Part(int level) => $"substr(coalesce(m.territory, ''), 1, {(level == 1 ? 6 : 9)})";

    private static List<Tally> Rows(Session session, string sql, Span span, DateTimeOffset now) =>
        session.Rows<Row>(sql, new { span.From, span.Until, now }).ConvertAll(r => new Tally(r.Unit, r.Numerator, r.Denominator));

    private sealed record Row
    {
        public string Unit { get; init; } = "";

        public long Numerator { get; init; }

        public long Denominator { get; init; }
    }
}
