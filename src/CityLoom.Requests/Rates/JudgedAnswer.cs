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

    /// <summary>The appeal; null when there is none.</summary>
    public long? Appeal { get; init; }

    /// <summary>True when the appeal was upheld, false when it was not, null while it waits or there is none.</summary>
    public bool? Upheld { get; init; }

    /// <summary>The answers of a period, newest first; of one organization when it is named.</summary>
    public static List<JudgedAnswer> Of(Session session, Span span, string? organization) => session.Rows<JudgedAnswer>(
        $"""
        select a.id, a.request_id, a.at, a.organization, a.contacted, a.solved, a.satisfaction, p.id as appeal, p.upheld
        from request_answers a left join request_appeals p on p.answer_id = a.id
        where a.at >= @From and a.at < @Until{(organization is null ? "" : " and a.organization = @organization")}
        order by a.at desc, a.id desc limit 1000
        """,
        new { span.From, span.Until, organization });
}
