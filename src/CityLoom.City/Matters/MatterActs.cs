using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;

namespace CityLoom.City.Matters;

/// <summary>The rules by which an act makes a new matter out of the present one. Pure: the same arguments give the same outcome.</summary>
public static class MatterActs
{
    /// <summary>Applies an act, or says why not. <paramref name="openParts"/> is the number of parts that are still open.</summary>
    public static Outcome<Matter> Apply(this Matter matter, ActRequest request, ActContext context, int openParts = 0)
    {
        var transition = Transitions.Of(request.Act);
        if ((Refuse(matter, transition, context) ?? RefuseWords(matter, request, transition, context, openParts)) is { } refusal)
        {
            return refusal;
        }

        var to = transition.To is { } next ? MatterKinds.Of(matter.Kind).Keep(next) : matter.State;
        return MatterEffects.Of(matter, request, context, to) with { Version = matter.Version + 1 };
    }

    /// <summary>The acts that this actor may do now, in the order of the table.</summary>
    public static IEnumerable<Act> AllowedTo(this Matter matter, ActContext context) =>
        Transitions.All.Where(t => t.By != Party.System && Refuse(matter, t, context) is null && Fits(matter, t.Act, context)).Select(t => t.Act);

    /// <summary>Why the act is not possible now or not for this actor; null when it is. The system may do what the state allows.</summary>
    public static Refusal? Refuse(Matter matter, Transition transition, ActContext context)
    {
        var kind = MatterKinds.Of(matter.Kind);
        if (!transition.From.Contains(matter.State) || !kind.Allows(transition) || SkipsCheck(matter, transition, kind))
        {
            return MatterRefusals.NotNow(transition.Act, matter.State);
        }

        if (context.By is null || transition.By == Party.System)
        {
            return context.By is null ? null : MatterRefusals.NotYours;
        }

        var grants = context.GrantsFor(matter).Where(g => transition.Roles.Contains(g.Role)).ToList();
        if (!grants.Exists(g => IsParty(matter, transition.By, g, context)))
        {
            return transition.By == Party.Arbiter && grants.Exists(g => IsParty(matter, Party.Any, g, context))
                ? MatterRefusals.OwnCase
                : MatterRefusals.NotYours;
        }

        return transition.By == Party.Checker && matter.ResolvedBy == context.By.Account ? MatterRefusals.OwnCase : null;
    }

    /// <summary>The organization that acts: that of the grant by which the actor may.</summary>
    internal static Grant? GrantFor(Matter matter, Act act, ActContext context)
    {
        var transition = Transitions.Of(act);
        return context.GrantsFor(matter).FirstOrDefault(g => transition.Roles.Contains(g.Role) && IsParty(matter, transition.By, g, context));
    }

    private static bool SkipsCheck(Matter matter, Transition transition, MatterKind kind) =>
        matter.State == MatterState.Resolved && transition.Act == Act.Close && kind.Steps.Contains(MatterState.Checking);

    private static bool IsParty(Matter matter, Party party, Grant grant, ActContext context)
    {
        bool Covers(string? code) => code is not null && context.Tree.Within(code, grant.Organization);
        return party switch
        {
            Party.Accountable or Party.Checker => Covers(matter.Accountable),
            Party.Offered => Covers(matter.Offered),
            Party.Handling => Covers(matter.Handling),
            Party.HandlingOrOffered => Covers(matter.Offered) || Covers(matter.Handling) || Covers(matter.Holder),
            Party.Arbiter => IsArbiter(matter, grant, context),
            Party.Any => Covers(matter.Accountable) || Covers(matter.Offered) || Covers(matter.Handling),
            _ => false,
        };
    }

    /// <summary>Covers the one who asks without being it, or answers for the matter while another asks.</summary>
    private static bool IsArbiter(Matter matter, Grant grant, ActContext context)
    {
        var asking = matter.Holder;
        return grant.Organization != asking
            && (context.Tree.Within(asking, grant.Organization)
                || (matter.Accountable != asking && context.Tree.Within(matter.Accountable, grant.Organization)));
    }

    /// <summary>Whether the act makes sense for the matter's flags, beyond state and role; for the buttons shown.</summary>
    private static bool Fits(Matter matter, Act act, ActContext context) => act switch
    {
        Act.GrantExtension or Act.DenyExtension => matter.ExtensionAsked is not null,
        Act.RequestExtension => matter.ExtensionAsked is null && matter.DueAt > context.Now && !NobodyJudges(matter, context),
        Act.RequestReturn => !NobodyJudges(matter, context),
        Act.AnswerSupervision => matter.Supervision != SupervisionColour.None,
        _ => true,
    };

    private static Refusal? RefuseWords(Matter matter, ActRequest request, Transition transition, ActContext context, int openParts) => request.Act switch
    {
        _ when request.Version is { } version && version != matter.Version => MatterRefusals.Moved,
        _ when request.Reason?.Length > 20_000 => MatterRefusals.TooLong,
        _ when request.Until is { } until && !MatterClock.Reckons(until) => MatterRefusals.BadDate,
        _ when transition.NeedsReason && string.IsNullOrWhiteSpace(request.Reason) => MatterRefusals.ReasonNeeded,
        Act.Dispatch or Act.HandOver when request.Organization is null || context.Tree.Find(request.Organization) is null => MatterRefusals.OrganizationUnknown,
        Act.HandOver when request.Organization == matter.Handling => MatterRefusals.SameOrganization,
        Act.RequestReturn or Act.RequestExtension when NobodyJudges(matter, context) => MatterRefusals.NobodyAbove,
        Act.RequestExtension => RefuseExtension(matter, request, context),
        Act.GrantExtension or Act.DenyExtension when matter.ExtensionAsked is null => MatterRefusals.NothingAsked,
        Act.GrantExtension when MatterClock.EndOf(matter.ExtensionAsked!.Value, context.Time) <= matter.DueAt => MatterRefusals.NotLater,
        Act.AnswerSupervision when matter.Supervision == SupervisionColour.None => MatterRefusals.NoOrder,
        Act.Supervise when request.Colour == SupervisionColour.None => MatterRefusals.ColourNeeded,
        Act.ReportProgress when request.Progress is not (>= 0 and <= 100) || !IsMonth(request.Period) => MatterRefusals.ProgressNeeded,
        Act.Merge when request.Into is null || request.Into == matter.Id => MatterRefusals.IntoNeeded,
        Act.AddEvidence when request.File is null => MatterRefusals.FileNeeded,
        Act.Escalate when !(matter.EscalateAt <= context.Now) => MatterRefusals.NotOverdue,
        Act.Resolve or Act.Close when openParts > 0 => MatterRefusals.OpenParts,
        _ => null,
    };

    private static Refusal? RefuseExtension(Matter matter, ActRequest request, ActContext context) =>
        matter.ExtensionAsked is not null ? MatterRefusals.AskedAlready
        : matter.DueAt is not { } due ? MatterRefusals.NoDue
        : due <= context.Now ? MatterRefusals.TooLate
        : request.Until is not { } until || MatterClock.EndOf(until, context.Time) <= due ? MatterRefusals.NotLater
        : null;

    /// <summary>True at the top of the tree, where a request would wait for ever: nobody stands above and nobody else answers for the matter.</summary>
    private static bool NobodyJudges(Matter matter, ActContext context) =>
        matter.Accountable == matter.Holder && context.Tree.Find(matter.Holder)?.ParentCode is null;

    private static bool IsMonth(string? period) =>
        DateOnly.TryParseExact(period + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);
}
