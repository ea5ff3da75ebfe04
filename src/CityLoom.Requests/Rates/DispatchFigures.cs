using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Rates;

/// <summary>How well requests of one group were sent: right at once, returned, sent to and fro.</summary>
public sealed record DispatchFigures
{
    /// <summary>Code of the group.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Requests.</summary>
    public int Requests { get; init; }

    /// <summary>Those returned at least once: sent to the wrong place.</summary>
    public int Returned { get; init; }

    /// <summary>Those returned twice or more: sent to and fro.</summary>
    public int ToAndFro { get; init; }

    /// <summary>Those sent back by a check at least once.</summary>
    public int Reworked { get; init; }

    /// <summary>Those opened again.</summary>
    public int Reopened { get; init; }

    /// <summary>Those still open.</summary>
    public int Open { get; init; }

    /// <summary>The figures of the requests made in a period.</summary>
    public static List<DispatchFigures> Of(Session session, Span span, Grouping grouping) => session.Rows<DispatchFigures>(
        $"""
        select {RequestTally.Key(grouping, "coalesce(m.handling, m.accountable)")} as unit, count(*) as requests,
          sum(case when m.returns > 0 then 1 else 0 end) as returned, sum(case when m.returns > 1 then 1 else 0 end) as to_and_fro,
          sum(case when m.reworks > 0 then 1 else 0 end) as reworked, sum(case when m.reopens > 0 then 1 else 0 end) as reopened, sum(m.open) as open
        from requests r join matters m on m.id = r.id
        where r.requested_at >= @From and r.requested_at < @Until
        group by 1 order by 1
        """,
        new { span.From, span.Until });
}

/// <summary>A duty that was returned at least twice in a period: for the owner of the catalogue to mend.</summary>
public sealed record CatalogueTask
{
    /// <summary>Code of the category.</summary>
    public string Service { get; init; } = "";

    /// <summary>Code of the district.</summary>
    public string District { get; init; } = "";

    /// <summary>Returned requests.</summary>
    public int Returned { get; init; }

    /// <summary>What to mend, the most often returned first.</summary>
    public static List<CatalogueTask> Of(Session session, Span span) => session.Rows<CatalogueTask>(
        """
        select r.service, substr(coalesce(m.territory, ''), 1, 6) as district, count(*) as returned
        from requests r join matters m on m.id = r.id
        where r.requested_at >= @From and r.requested_at < @Until and m.returns > 0
        group by 1, 2 having count(*) >= 2 order by 3 desc, 1, 2 limit 500
        """,
        new { span.From, span.Until });
}
