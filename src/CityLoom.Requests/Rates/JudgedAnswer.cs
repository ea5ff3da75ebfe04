using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Rates;

/// <summary>An answer behind a figure: which request, what was answered, and whether it is appealed against.</summary>
public sealed record JudgedAnswer
{
    /// <summary>Identity of the answer, for an appeal.</summary>
    public long Id { get; init; }

    /// <summary>Identity of the request.</summary>
    public long RequestId { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The organization that is judged.</summary>
    public string Organization { get; init; } = "";

    /// <summary>Whether anybody had contacted the resident.</summary>
    public bool? Contacted { get; init; }

    /// <summary>Whether it was solved.</summary>
    public bool? Solved { get; init; }

    /// <summary>How content the resident is.</summary>
    public Satisfaction? Satisfaction { get; init; }

    /// <summary>True when it is of one who joined the request, not of the one who asked.</summary>
    public bool Joined { get; init; }

    /// <summary>The appeal; null when there is none.</summary>
    public long? Appeal { get; init; }

    /// <summary>True when the appeal was upheld, false when it was not, null while it waits or there is none.</summary>
    public bool? Upheld { get; init; }

    /// <summary>The answers of a period, newest first; of one organization when it is named.</summary>
    public static List<JudgedAnswer> Of(Session session, Span span, string? organization) => session.Rows<JudgedAnswer>(
        $"""
        select a.id, a.request_id, a.at, a.organization, a.contacted, a.solved, a.satisfaction, case when a.join_id = 0 then 0 else 1 end as joined, p.id as appeal, p.upheld
        from request_answers a left join request_appeals p on p.answer_id = a.id
        where a.at >= @From and a.at < @Until{(organization is null ? "" : " and a.organization = @organization")}
        order by a.at desc, a.id desc limit 1000
        """,
        new { span.From, span.Until, organization });

    /// <summary>The answers behind one unit of a table, newest first.</summary>
    /// <param name="session">The database.</param>
    /// <param name="span">The period.</param>
    /// <param name="grouping">What the unit is one of.</param>
    /// <param name="unit">Code of the unit; null for all.</param>
    /// <param name="solved">True for those who said whether it is solved, false for those who rated.</param>
    /// <param name="good">Only those who said it is solved, or are satisfied or mostly satisfied.</param>
    public static List<JudgedAnswer> Behind(Session session, Span span, Grouping grouping, string? unit, bool solved, bool good) => session.Rows<JudgedAnswer>(
        $"""
        select a.id, a.request_id, a.at, a.organization, a.contacted, a.solved, a.satisfaction, case when a.join_id = 0 then 0 else 1 end as joined, p.id as appeal, p.upheld
        from request_answers a join requests r on r.id = a.request_id join matters m on m.id = r.id left join request_appeals p on p.answer_id = a.id
        where a.at >= @From and a.at < @Until and {(solved ? "a.solved is not null" : "a.satisfaction is not null")}
          {(!good ? "" : solved ? "and a.solved = 1" : "and a.satisfaction in ('Satisfied', 'MostlySatisfied')")}
          {(unit is null ? "" : $"and {RequestTally.Key(grouping, "a.organization")} = @unit")}
        order by a.at desc, a.id desc limit 500
        """,
        new { span.From, span.Until, unit });
}
