using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Incidents;

/// <summary>An act on an incident as it is asked for.</summary>
public sealed record IncidentActRequest
{
    /// <summary>What is to be done.</summary>
    public required IncidentAct Act { get; init; }

    /// <summary>The grade, 1 (gravest) to 4, for grading.</summary>
    public int? Grade { get; init; }

    /// <summary>Why, or what was done; some acts need it.</summary>
    public string? Reason { get; init; }

    /// <summary>The version on which this was decided; refused when the incident has moved on. Null for whatever it is now.</summary>
    public int? Version { get; init; }
}

/// <summary>Does an act on an incident and, in the same breath, what belongs to it with its matter.</summary>
public static class ActOnIncident
{
    /// <summary>The incident after the act, or why not.</summary>
    public static Outcome<Incident> Run(Writing writing, long id, IncidentActRequest request, ActContext context)
    {
        if (IncidentBook.Take(writing, id) is not { } incident || MatterBook.Find(writing, id) is not { } matter)
        {
            return EmergencyRefusals.UnknownIncident;
        }

        if (IncidentSteps.Of(request.Act, incident.Stage) is not { } step)
        {
            return EmergencyRefusals.NotNow(request.Act, incident.Stage);
        }

        if (Refuse(writing, incident, step, request, matter, context) is { } refusal)
        {
            return refusal;
        }

        foreach (var act in step.Matter.Where(a => Transitions.Of(a).From.Contains(matter.State)))
        {
            var outcome = ActOnMatter.Run(writing, id, new ActRequest { Act = act, Organization = act == Act.Dispatch ? matter.Accountable : null, Reason = Trimmed(request.Reason) }, context);
            if (!outcome.Is(out var after, out var no))
            {
                return no;
            }

            matter = after;
        }

        return IncidentBook.Save(writing, After(incident, step, request, context), context.Now, context.By?.Actor ?? Actor.System, request.Act.ToString(), Trimmed(request.Reason));
    }

    /// <summary>True when this actor may do this act now, as far as stage and role tell.</summary>
    public static bool Allows(Incident incident, Matter matter, IncidentAct act, ActContext context) =>
        IncidentSteps.Of(act, incident.Stage) is { } step && MayDo(step, matter, context);

    private static bool MayDo(IncidentStep step, Matter matter, ActContext context) =>
        context.By is null || context.By.Grants.Any(g => step.Roles.Contains(g.Role) && context.Tree.Within(matter.Accountable, g.Organization));

    private static Refusal? Refuse(Writing writing, Incident incident, IncidentStep step, IncidentActRequest request, Matter matter, ActContext context) => request switch
    {
        _ when !MayDo(step, matter, context) => EmergencyRefusals.NotYours,
        _ when request.Version is { } version && version != incident.Version => EmergencyRefusals.Moved,
        _ when step.NeedsReason && string.IsNullOrWhiteSpace(request.Reason) => EmergencyRefusals.ReasonNeeded,
        { Reason.Length: > 20_000 } => new Refusal("incident.reason", "文字不超过 20000 字。", "The words have at most 20,000 characters.", 400),
        { Act: IncidentAct.Grade } when request.Grade is not (>= 1 and <= 4) => EmergencyRefusals.BadGrade,
        { Act: IncidentAct.Terminate } when UnitBook.RunsOf(writing, incident.Id).Exists(run => run.ClearedAt is null) => EmergencyRefusals.UnitsOut,
        _ => null,
    };

    private static Incident After(Incident incident, IncidentStep step, IncidentActRequest request, ActContext context)
    {
        var to = step.To ?? incident.Stage;
        return incident with
        {
            Stage = to,
            Grade = request.Act == IncidentAct.Grade ? request.Grade : incident.Grade,
            StageAt = to == incident.Stage ? incident.StageAt : context.Now,
            EndedAt = to.IsEnded() ? context.Now : null,
            Version = incident.Version + 1,
        };
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
