namespace CityLoom.Emergency.Incidents;

/// <summary>What a matter of the kind <c>incident</c> has besides. A value; its identity is that of the matter.</summary>
public sealed record Incident
{
    /// <summary>Identity of the matter.</summary>
    public long Id { get; init; }

    /// <summary>How far it is.</summary>
    public IncidentStage Stage { get; init; }

    /// <summary>1 (gravest) to 4; null until it is graded.</summary>
    public int? Grade { get; init; }

    /// <summary>The level of unit that is needed, 1 to 3.</summary>
    public int Level { get; init; }

    /// <summary>What kind of emergency: one of <see cref="RaiseIncident.Natures"/>.</summary>
    public string Nature { get; init; } = "";

    /// <summary>WGS-84 degrees.</summary>
    public double Longitude { get; init; }

    /// <summary>WGS-84 degrees.</summary>
    public double Latitude { get; init; }

    /// <summary>The territory that it lies in.</summary>
    public string? Territory { get; init; }

    /// <summary>When the call came in.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the call was answered.</summary>
    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Since when it is in its stage.</summary>
    public DateTimeOffset StageAt { get; init; }

    /// <summary>When nothing more could happen to it.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; init; }
}

/// <summary>Where a unit is and what it does.</summary>
public sealed record UnitStanding
{
    /// <summary>Identity under which the journal keeps it.</summary>
    public long Id { get; init; }

    /// <summary>Code of the unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What it does.</summary>
    public Reach.Dispatch.UnitState State { get; init; }

    /// <summary>The incident that it is on; null while it is on none.</summary>
    public long? IncidentId { get; init; }

    /// <summary>Code of the hospital that it drives to or is at.</summary>
    public string? Hospital { get; init; }

    /// <summary>Where it was last known to be, WGS-84; null for its station.</summary>
    public double? Longitude { get; init; }

    /// <summary>Where it was last known to be, WGS-84; null for its station.</summary>
    public double? Latitude { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; init; }
}

/// <summary>One sending of a unit, with the clock of every stage.</summary>
public sealed record UnitRun
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>The incident.</summary>
    public long IncidentId { get; init; }

    /// <summary>Code of the unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where the incident lies.</summary>
    public string? Territory { get; init; }

    /// <summary>When the call came in.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>When the unit was sent.</summary>
    public DateTimeOffset DispatchedAt { get; init; }

    /// <summary>When it rolled.</summary>
    public DateTimeOffset? RolledAt { get; init; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>When it set out for the hospital.</summary>
    public DateTimeOffset? TransportedAt { get; init; }

    /// <summary>Which hospital.</summary>
    public string? Hospital { get; init; }

    /// <summary>When it reached the hospital.</summary>
    public DateTimeOffset? HandedAt { get; init; }

    /// <summary>When its task was over.</summary>
    public DateTimeOffset? ClearedAt { get; init; }

    /// <summary>Seconds of turn-out and driving that the roads foretold.</summary>
    public int? Foretold { get; init; }
}
