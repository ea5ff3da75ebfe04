using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.OpenData;

/// <summary>
/// A request as open data: what, roughly where, when and how it ended. No words, no photo, no number of a house: the point is
/// rounded to a thousandth of a degree, some 100 m.
/// </summary>
internal sealed record OpenRequest
{
    public long Id { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public string Service { get; init; } = "";

    public MatterState State { get; init; }

    public string? Territory { get; init; }

    public string Organization { get; init; } = "";

    public double? Longitude { get; init; }

    public double? Latitude { get; init; }

    public int Reopens { get; init; }

    /// <summary>True when it was closed by its due date; null while it is open or has none.</summary>
    public bool? OnTime => EndedAt is { } ended && DueAt is { } due ? ended <= due : null;

    /// <summary>Those made in a period after the last one seen, oldest first.</summary>
    public static List<OpenRequest> After(Session session, DateTimeOffset from, DateTimeOffset until, (DateTimeOffset At, long Id) last, int most) => session.Rows<OpenRequest>(
        """
        select r.id, r.requested_at, m.ended_at, m.due_at, r.service, m.state, m.territory, coalesce(m.handling, m.accountable) as organization,
          round(m.longitude * 1000) / 1000.0 as longitude, round(m.latitude * 1000) / 1000.0 as latitude, m.reopens
        from requests r join matters m on m.id = r.id
        where r.published = 1 and r.requested_at >= @from and r.requested_at < @until and (r.requested_at, r.id) > (@at, @id)
        order by r.requested_at, r.id limit @most
        """,
        new { from, until, at = last.At, id = last.Id, most });
}
