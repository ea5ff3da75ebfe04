using System.Text;
using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Open311;

/// <summary>A published request as programs read it: request and matter in one row.</summary>
internal sealed record ListedRequest
{
    private const string Columns =
        """
        r.id, r.requested_at, r.service, r.address, r.address_id, r.attributes, r.media_url, m.title, m.words, m.state, m.open, m.accountable, m.handling, m.territory,
        m.due_at, m.latitude, m.longitude, (select p.file from request_photos p where p.request_id = r.id and p.position = 1) as photo
        """;

    private const string Last = "j.subject = 'matter' and j.subject_id = m.id and j.seq = m.journal_seq";

    /// <summary>By when they were made: the journal is only looked at for those that are shown.</summary>
    private const string Made = $"select {Columns}, (select j.at from journal j where {Last}) as updated_at from requests r join matters m on m.id = r.id";

    /// <summary>By when they were changed: the journal leads, by its index of time.</summary>
    private const string Changed = $"select {Columns}, j.at as updated_at from journal j join matters m on {Last} join requests r on r.id = m.id";

    /// <summary>Nothing that is confidential, and nothing of a service by token before somebody has accepted it.</summary>
    private const string Shown = "r.published = 1 and (r.token is null or m.state not in ('Reported', 'Verifying'))";

    public long Id { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    public string Service { get; init; } = "";

    public string? Address { get; init; }

    public string? AddressId { get; init; }

    public string Attributes { get; init; } = "{}";

    public string? MediaUrl { get; init; }

    public string Title { get; init; } = "";

    public string Words { get; init; } = "";

    public MatterState State { get; init; }

    public bool Open { get; init; }

    public string Accountable { get; init; } = "";

    public string? Handling { get; init; }

    public string? Territory { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public string? Photo { get; init; }

    /// <summary>The requests that a program asks for: newest first, or in the order in which they were changed.</summary>
    public static List<ListedRequest> Find(Session session, RequestQuery query)
    {
        if (query.Ids is { } ids)
        {
            return ids.Count == 0 ? [] : session.Rows<ListedRequest>($"{Made} where {Shown} and {Among.Of(session, "r.id", "ids")} order by r.id", new { ids = ids.ToArray() });
        }

        return session.Rows<ListedRequest>(
            $"{(query.ByUpdate ? Changed : Made)} where {Shown}{Conditions(session, query)} order by {(query.ByUpdate ? "j.at desc" : "r.requested_at desc")}, r.id desc limit @PageSize offset @offset",
            new
            {
                query.Services, query.Open, query.From, query.Until, query.UpdatedFrom, query.UpdatedUntil, query.PageSize,
                offset = (long)(query.Page - 1) * query.PageSize,
            });
    }

    /// <summary>All of them by and by, oldest first, each step going on after the last one seen, so that the end is as fast as the beginning.</summary>
    public static List<ListedRequest> After(Session session, RequestQuery query, DateTimeOffset at, long id, int most) => session.Rows<ListedRequest>(
        $"{(query.ByUpdate ? Changed : Made)} where {Shown}{Conditions(session, query)} and (r.requested_at, r.id) > (@at, @id) order by r.requested_at, r.id limit @most",
        new { query.Services, query.Open, query.From, query.Until, query.UpdatedFrom, query.UpdatedUntil, at, id, most });

    private static string Conditions(Session session, RequestQuery query)
    {
        var where = new StringBuilder();
        Add(query.Services, Among.Of(session, "r.service", "Services"));
        Add(query.Open, "m.open = @Open");
        Add(query.From, "r.requested_at >= @From");
        Add(query.Until, "r.requested_at <= @Until");
        Add(query.UpdatedFrom, "j.at >= @UpdatedFrom");
        Add(query.UpdatedUntil, "j.at <= @UpdatedUntil");
        return where.ToString();

        void Add(object? asked, string condition)
        {
            if (asked is not null)
            {
                where.Append(" and ").Append(condition);
            }
        }
    }
}
