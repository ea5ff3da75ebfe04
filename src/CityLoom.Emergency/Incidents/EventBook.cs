using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Incidents;

/// <summary>Something that changed, for the pages that follow along.</summary>
public sealed record EmergencyEvent
{
    /// <summary>Grows; a client that comes back tells the last one that it saw.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The incident; null when a unit changed that is on none.</summary>
    public long? IncidentId { get; init; }

    /// <summary>The unit; null when the incident itself changed.</summary>
    public string? Unit { get; init; }

    /// <summary>What was done.</summary>
    public string What { get; init; } = "";
}

/// <summary>The events in order, for server-sent events on whichever node.</summary>
public static class EventBook
{
    /// <summary>The newest event; 0 when there is none.</summary>
    public static long Last(Session session) => session.Value<long>("select coalesce(max(id), 0) from emergency_events");

    /// <summary>What happened after an event.</summary>
    public static List<EmergencyEvent> After(Session session, long id) =>
        session.Rows<EmergencyEvent>("select id, at, incident_id, unit, what from emergency_events where id > @id order by id limit 200", new { id });

    internal static void Add(Writing writing, DateTimeOffset at, long? incident, string? unit, string what) =>
        writing.Execute("insert into emergency_events (at, incident_id, unit, what) values (@at, @incident, @unit, @what)", new { at, incident, unit, what });
}
