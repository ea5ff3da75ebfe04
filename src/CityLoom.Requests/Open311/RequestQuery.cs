using CityLoom.Kernel;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Open311;

/// <summary>Which requests a program asks for. The identities override all else.</summary>
internal sealed record RequestQuery
{
    /// <summary>The most of one answer, and what is given when no size is asked for.</summary>
    public const int Most = 1_000;

    /// <summary>The longest span of days, and what is given when no date is asked for.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(90);

    public IReadOnlyList<long>? Ids { get; init; }

    public string[]? Services { get; init; }

    public bool? Open { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? UpdatedFrom { get; init; }

    public DateTimeOffset? UpdatedUntil { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = Most;

    /// <summary>True to tell the history and our own fields too.</summary>
    public bool Extended { get; init; }

    /// <summary>True when what was asked for goes by when it was changed, not by when it was made.</summary>
    public bool ByUpdate => UpdatedFrom is not null || UpdatedUntil is not null;

    public static Outcome<RequestQuery> Of(Fields fields, DateTimeOffset now)
    {
        var extended = fields["extensions"]?.ToLowerInvariant() is "true" or "1" or "t";
        if (fields.List("service_request_id") is { } numbers)
        {
            return numbers.Length <= Most
                ? new RequestQuery { Ids = [.. numbers.Select(RequestBook.IdOf).OfType<long>()], Extended = extended }
                : Refusals.Parameter("service_request_id", $"最多 {Most} 个。", $"names at most {Most}.");
        }

        return Dates(new RequestQuery { Services = fields.List("service_code"), Extended = extended }, fields)
            .Then<RequestQuery>(q => Status(q, fields))
            .Then<RequestQuery>(q => Pages(q, fields))
            .Then<RequestQuery>(q => Bound(q, now));
    }

    private static Outcome<RequestQuery> Dates(RequestQuery query, Fields fields)
    {
        if (!fields.Instant("start_date").Is(out var from, out var refusal) || !fields.Instant("end_date").Is(out var until, out refusal)
            || !fields.Instant("updated_after").Is(out var changed, out refusal) || !fields.Instant("updated_before").Is(out var before, out refusal))
        {
            return refusal;
        }

        return query with { From = from, Until = until, UpdatedFrom = changed, UpdatedUntil = before };
    }

    private static Outcome<RequestQuery> Status(RequestQuery query, Fields fields)
    {
        var states = fields.List("status")?.Select(s => s.ToLowerInvariant()).Distinct().ToArray();
        return states is null ? query
            : states.Any(s => s is not ("open" or "closed")) ? Refusals.Parameter("status", "只能是 open 或 closed。", "must be open or closed.")
            : query with { Open = states.Length == 2 ? null : states[0] == "open" };
    }

    private static Outcome<RequestQuery> Pages(RequestQuery query, Fields fields)
    {
        if (!fields.Whole("page", 1, 1_000_000).Is(out var page, out var refusal) || !fields.Whole("page_size", 1, Most).Is(out var size, out refusal))
        {
            return refusal;
        }

        return query with { Page = page ?? 1, PageSize = size ?? (page is null ? Most : 50) };
    }

    /// <summary>Without dates the last 90 days; with one of them 90 days on its open side.</summary>
    private static Outcome<RequestQuery> Bound(RequestQuery query, DateTimeOffset now) => query switch
    {
        { From: { } from, Until: { } until } => until < from ? Refusals.Parameter("end_date", "不得早于 start_date。", "must not be before start_date.")
            : until - from > Span + TimeSpan.FromDays(1) ? Refusals.Window
            : query,
        { From: { } from } => query with { Until = from + Span },
        { Until: { } until } => query with { From = until - Span },
        { ByUpdate: true } => query,
        _ => query with { From = now - Span },
    };
}
