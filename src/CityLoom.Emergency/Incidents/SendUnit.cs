using CityLoom.City.Matters;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Incidents;

/// <summary>Sends a unit to an incident. The unit's row is locked meanwhile, so that two clerks never send the same one.</summary>
public static class SendUnit
{
    /// <summary>Roles that may send units and tell what becomes of them.</summary>
    public static IReadOnlyList<Role> May { get; } = [Role.Dispatcher];

    /// <summary>The unit after it was sent, or why not.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="id">The incident.</param>
    /// <param name="code">The unit.</param>
    /// <param name="foretold">Seconds of turn-out and driving that the roads foretell; null when they are not known.</param>
    /// <param name="register">Which units there are.</param>
    /// <param name="context">Who, when.</param>
    public static Outcome<UnitStanding> Run(Writing writing, long id, string code, int? foretold, Register register, ActContext context)
    {
        if (context.By is { } by && !by.Grants.Any(g => May.Contains(g.Role)))
        {
            return EmergencyRefusals.NotYours;
        }

        if (IncidentBook.Take(writing, id) is not { } incident)
        {
            return EmergencyRefusals.UnknownIncident;
        }

        if (!incident.Stage.TakesUnits() || MatterBook.Find(writing, id) is not { Open: true })
        {
            return EmergencyRefusals.NotSendable;
        }

        if (register.Unit(code) is null || UnitBook.Take(writing, code) is not { } unit)
        {
            return EmergencyRefusals.UnknownUnit;
        }

        var step = UnitSteps.Of(UnitAct.Send);
        return step.From.Contains(unit.State) ? Send(writing, incident, unit, foretold, context) : EmergencyRefusals.UnitNotNow(code, UnitAct.Send, unit.State);
    }

    private static Outcome<UnitStanding> Send(Writing writing, Incident incident, UnitStanding unit, int? foretold, ActContext context)
    {
        if (incident.Stage == IncidentStage.Graded
            && ActOnIncident.Run(writing, incident.Id, new IncidentActRequest { Act = IncidentAct.Respond }, context).Refusal is { } refusal)
        {
            return refusal;
        }

        var sent = unit with { State = UnitSteps.Of(UnitAct.Send).To, IncidentId = incident.Id, Hospital = null, Since = context.Now, Version = unit.Version + 1 };
        var actor = context.By?.Actor ?? Actor.System;
        UnitBook.Begin(writing, new UnitRun
        {
            IncidentId = incident.Id,
            Unit = unit.Unit,
            Territory = incident.Territory,
            ReceivedAt = incident.ReceivedAt,
            AnsweredAt = incident.AnsweredAt,
            DispatchedAt = context.Now,
            Foretold = foretold,
        }, actor);
        return UnitBook.Save(writing, sent, context.Now, actor, UnitAct.Send, null, incident.Id);
    }
}
