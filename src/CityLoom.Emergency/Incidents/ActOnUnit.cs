using CityLoom.City.Matters;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Incidents;

/// <summary>What a unit tells of itself, or a dispatcher of it.</summary>
public sealed record UnitActRequest
{
    /// <summary>What happened; sending has an address of its own.</summary>
    public required UnitAct Act { get; init; }

    /// <summary>Code of the hospital, for transport.</summary>
    public string? Hospital { get; init; }

    /// <summary>Why, for taking a unit out of service.</summary>
    public string? Reason { get; init; }

    /// <summary>The version on which this was decided; null for whatever it is now.</summary>
    public int? Version { get; init; }
}

/// <summary>Moves a unit on by the table of its transitions and notes the instant in its run.</summary>
public static class ActOnUnit
{
    /// <summary>The unit after the act, or why not.</summary>
    public static Outcome<UnitStanding> Run(Writing writing, string code, UnitActRequest request, Register register, ActContext context)
    {
        if (context.By is { } by && !by.Grants.Any(g => SendUnit.May.Contains(g.Role)))
        {
            return EmergencyRefusals.NotYours;
        }

        if (UnitBook.Take(writing, code) is not { } unit)
        {
            return EmergencyRefusals.UnknownUnit;
        }

        if (Refuse(unit, request, register) is { } refusal)
        {
            return refusal;
        }

        var actor = context.By?.Actor ?? Actor.System;
        if (unit.IncidentId is { } incident)
        {
            UnitBook.Note(writing, request.Act, code, incident, request.Hospital, context.Now, actor);
        }

        var after = After(writing, unit, request, register) with { State = UnitSteps.Of(request.Act).To, Since = context.Now, Version = unit.Version + 1 };
        return UnitBook.Save(writing, after, context.Now, actor, request.Act, string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim(), unit.IncidentId);
    }

    private static Refusal? Refuse(UnitStanding unit, UnitActRequest request, Register register) => request switch
    {
        { Act: UnitAct.Send } => EmergencyRefusals.UnknownIncident,
        _ when request.Version is { } version && version != unit.Version => EmergencyRefusals.Moved,
        _ when !UnitSteps.Of(request.Act).From.Contains(unit.State) => EmergencyRefusals.UnitNotNow(unit.Unit, request.Act, unit.State),
        { Act: UnitAct.Transport } when register.Hospital(request.Hospital) is null => EmergencyRefusals.UnknownHospital,
        { Act: UnitAct.Withdraw } when string.IsNullOrWhiteSpace(request.Reason) => EmergencyRefusals.ReasonNeeded,
        { Reason.Length: > 2_000 } => new Refusal("unit.reason", "理由不超过 2000 字。", "The reason has at most 2,000 characters.", 400),
        _ => null,
    };

    /// <summary>Where the unit is known to be after the act.</summary>
    private static UnitStanding After(Writing writing, UnitStanding unit, UnitActRequest request, Register register)
    {
        switch (request.Act)
        {
            case UnitAct.Arrive when IncidentBook.Find(writing, unit.IncidentId!.Value) is { } incident:
                return unit with { Longitude = incident.Longitude, Latitude = incident.Latitude };
            case UnitAct.Transport:
                return unit with { Hospital = request.Hospital };
            case UnitAct.HandOver when register.Hospital(unit.Hospital) is { } hospital:
                return unit with { Longitude = hospital.Longitude, Latitude = hospital.Latitude };
            case UnitAct.Clear:
                return unit with { IncidentId = null, Hospital = null };
            case UnitAct.Return or UnitAct.Restore:
                return unit with { Longitude = null, Latitude = null };
            default:
                return unit;
        }
    }
}
