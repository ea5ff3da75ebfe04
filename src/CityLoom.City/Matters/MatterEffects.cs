using CityLoom.City.Calendar;

namespace CityLoom.City.Matters;

/// <summary>What each act does to a matter once it is allowed: owner, clock, counts.</summary>
internal static class MatterEffects
{
    /// <summary>The matter after the act, in the state <paramref name="to"/> unless the act goes back to an earlier one.</summary>
    public static Matter Of(Matter matter, ActRequest request, ActContext context, MatterState to)
    {
        var moved = matter with { State = to };
        return request.Act switch
        {
            Act.Register => Accept(moved, context),
            Act.Dispatch or Act.HandOver => Offer(moved, request.Organization!, context),
            Act.Sign => Sign(moved, context),
            Act.RequestReturn => moved with { Back = matter.State },
            Act.GrantReturn => TakeBack(matter, moved, context),
            Act.DenyReturn => moved with { State = matter.Back ?? MatterState.Dispatched, Back = null },
            Act.RequestExtension => moved with { ExtensionAsked = request.Until },
            Act.GrantExtension => Extend(moved, context),
            Act.DenyExtension => moved with { ExtensionAsked = null },
            Act.Suspend => Suspend(matter, moved, context),
            Act.Resume => Resume(moved, context),
            Act.Resolve => Resolve(moved, context),
            Act.Rework => Rework(moved, context),
            Act.Reopen => Reopen(moved, context),
            Act.Urge => moved with { Urges = matter.Urges + 1 },
            Act.Escalate => (moved with { EscalationLevel = matter.EscalationLevel + 1 }).WithNextEscalation(context.Time),
            Act.Supervise => Supervise(moved, request.Colour, context),
            Act.AnswerSupervision => moved with { Supervision = SupervisionColour.None, AnswerDueAt = null },
            Act.ReportProgress => Report(moved, request.Progress!.Value, context),
            _ => to.IsOpen() ? moved : End(moved, context),
        };
    }

    /// <summary>The clock starts: the kind's or the category's term, or the date that was stated.</summary>
    public static Matter Accept(Matter matter, ActContext context) =>
        (matter with
        {
            AcceptedAt = context.Now,
            Term = matter.Term ?? (matter.DueDate is null ? MatterKinds.Of(matter.Kind).HandleWithin : null),
        }).Reckon(context.Time);

    /// <summary>Offered to an organization; whoever answered for it goes on doing so until that one signs.</summary>
    public static Matter Offer(Matter matter, string organization, ActContext context)
    {
        var signDue = MatterClock.StageDue(MatterKinds.Of(matter.Kind).SignWithin, context.Now, context.Time);
        return matter with { Offered = organization, DispatchedAt = context.Now, SignDueAt = signDue, StageDueAt = signDue };
    }

    private static Matter Sign(Matter matter, ActContext context) => matter with
    {
        Accountable = matter.Offered!,
        Handling = matter.Offered,
        Offered = null,
        SignedAt = context.Now,
        StageDueAt = null,
    };

    /// <summary>The arbiter's organization takes it over, unless another than the asking one answered for it all along.</summary>
    private static Matter TakeBack(Matter before, Matter moved, ActContext context) => moved with
    {
        Accountable = before.Accountable == before.Holder
            ? MatterActs.GrantFor(before, Act.GrantReturn, context)?.Organization ?? context.Tree.Find(before.Holder)?.ParentCode ?? before.Accountable
            : before.Accountable,
        Handling = null,
        Offered = null,
        Back = null,
        Returns = before.Returns + 1,
        StageDueAt = null,
        ExtensionAsked = null,
    };

    private static Matter Extend(Matter matter, ActContext context) => (matter with
    {
        DueDate = matter.ExtensionAsked,
        Term = null,
        Pauses = [],
        ExtensionAsked = null,
        Extensions = matter.Extensions + 1,
        Round = matter.Round + 1,
        EscalationLevel = 0,
    }).Reckon(context.Time);

    private static Matter Suspend(Matter before, Matter moved, ActContext context) => (moved with
    {
        Back = before.State,
        Suspensions = before.Suspensions + 1,
        Pauses = [.. before.Pauses, new Pause(context.Now, null)],
    }).Reckon(context.Time);

    private static Matter Resume(Matter matter, ActContext context) => (matter with
    {
        State = matter.Back ?? MatterState.InProgress,
        Back = null,
        Pauses = Ended(matter.Pauses, context.Now),
    }).Reckon(context.Time);

    private static IReadOnlyList<Pause> Ended(IReadOnlyList<Pause> pauses, DateTimeOffset now) =>
        [.. pauses.Select(p => p.End is null ? p with { End = now } : p)];

    private static Matter Resolve(Matter matter, ActContext context) => matter with
    {
        ResolvedAt = context.Now,
        ResolvedBy = context.By?.Account,
        EscalateAt = null,
        ExtensionAsked = null,
        Progress = 100,
        Behind = false,
        StageDueAt = MatterClock.StageDue(MatterKinds.Of(matter.Kind).CheckWithin, context.Now, context.Time),
    };

    /// <summary>The clock runs on; the time under check is not charged to the handling organization.</summary>
    private static Matter Rework(Matter matter, ActContext context) => (matter with
    {
        Reworks = matter.Reworks + 1,
        Pauses = [.. matter.Pauses, new Pause(matter.ResolvedAt!.Value, context.Now)],
        ResolvedAt = null,
        ResolvedBy = null,
        StageDueAt = null,
    }).Reckon(context.Time);

    /// <summary>A new round with a new clock; whoever answered for it answers again. A stated date that is past gives way to the kind's term.</summary>
    private static Matter Reopen(Matter matter, ActContext context)
    {
        var past = matter.DueDate is { } date && MatterClock.EndOf(date, context.Time) <= context.Now;
        var reopened = matter with
        {
            Reopens = matter.Reopens + 1,
            Round = matter.Round + 1,
            EscalationLevel = 0,
            Handling = null,
            Pauses = [],
            DueDate = past ? null : matter.DueDate,
            Term = past ? MatterKinds.Of(matter.Kind).HandleWithin ?? "days:5" : matter.Term,
            ResolvedAt = null,
            ResolvedBy = null,
            EndedAt = null,
            FirstDueAt = null,
            Progress = null,
        };
        return Accept(reopened, context);
    }

    /// <summary>A milder order never takes back or puts off a sharper one that waits for its answer.</summary>
    private static Matter Supervise(Matter matter, SupervisionColour colour, ActContext context)
    {
        var due = MatterClock.AnswerDue(colour, context.Now, context.Time);
        return matter with
        {
            Supervision = colour > matter.Supervision ? colour : matter.Supervision,
            AnswerDueAt = matter.AnswerDueAt < due ? matter.AnswerDueAt : due,
        };
    }

    /// <summary>Behind when the share done lags more than a tenth behind the share of time used.</summary>
    private static Matter Report(Matter matter, int progress, ActContext context)
    {
        var used = matter.Clock(context.Time)?.ShareAt(context.Now) ?? 0;
        return matter with { Progress = progress, Behind = progress < 100 && progress / 100.0 < Math.Min(1, used) - 0.1 };
    }

    private static Matter End(Matter matter, ActContext context) => matter with
    {
        EndedAt = matter.EndedAt ?? context.Now,
        Back = null,
        Pauses = Ended(matter.Pauses, context.Now),
        Offered = null,
        EscalateAt = null,
        StageDueAt = null,
        ExtensionAsked = null,
        Supervision = SupervisionColour.None,
        AnswerDueAt = null,
    };
}
