using CityLoom.City.Calendar;

namespace CityLoom.City.Matters;

/// <summary>Reckons when a matter is due and when its light turns, from when it was accepted, what it was given and its pauses.</summary>
public static class MatterClock
{
    /// <summary>Working days past due after which an overdue matter is brought before level 1, 2, 3.</summary>
    public static IReadOnlyList<int> Ladder { get; } = [0, 3, 7];

    /// <summary>The matter with its due, warning and escalation instants reckoned anew.</summary>
    public static Matter Reckon(this Matter matter, WorkingTime time)
    {
        if (matter.Clock(time) is not { } clock)
        {
            return matter with { DueAt = null, WarnAt = null, EscalateAt = null, Provisional = false };
        }

        var due = matter.DueDate is { } date && matter.Pauses.Count == 0 ? EndOf(date, time) : clock.Due;
        var warn = clock.Term.Count == 0 ? matter.AcceptedAt : clock.InstantOf(TermClock.YellowFrom);
        return (matter with { DueAt = due, WarnAt = warn < due ? warn : due, FirstDueAt = matter.FirstDueAt ?? due, Provisional = clock.IsProvisional })
            .WithNextEscalation(time);
    }

    /// <summary>The clock behind the figures, which can explain itself; null when nothing is due.</summary>
    public static TermClock? Clock(this Matter matter, WorkingTime time) =>
        matter.AcceptedAt is { } accepted && TermOf(matter, accepted, time) is { } term ? time.Start(accepted, term, matter.Pauses) : null;

    /// <summary>When the next level hears of it: null while the clock stands, when nothing is due, or above the last level.</summary>
    public static Matter WithNextEscalation(this Matter matter, WorkingTime time)
    {
        if (!matter.State.ClockRuns() || matter.DueAt is not { } due || matter.EscalationLevel >= Ladder.Count)
        {
            return matter with { EscalateAt = null };
        }

        var days = Ladder[matter.EscalationLevel];
        return matter with { EscalateAt = days == 0 ? due : time.Start(due.AddMilliseconds(-1), Term.Days(days)).Due };
    }

    /// <summary>When a stage that begins now is due; null when the kind sets no limit.</summary>
    public static DateTimeOffset? StageDue(string? within, DateTimeOffset now, WorkingTime time) =>
        within is not null && Term.TryParse(within, out var term, out _) ? time.Start(now, term).Due : null;

    /// <summary>By when a supervision order has to be answered: the next working day for a red one, else within three.</summary>
    public static DateTimeOffset? AnswerDue(SupervisionColour colour, DateTimeOffset issued, WorkingTime time) =>
        time.Start(issued, Term.Days(colour == SupervisionColour.Red ? 1 : 3)).Due;

    /// <summary>The matter with the limit of its present stage, signing or checking, reckoned anew.</summary>
    internal static Matter ReckonStage(this Matter matter, WorkingTime time)
    {
        var kind = MatterKinds.Of(matter.Kind);
        if (matter is { Offered: not null, StageDueAt: not null, DispatchedAt: { } dispatched })
        {
            var due = StageDue(kind.SignWithin, dispatched, time);
            return matter with { SignDueAt = due, StageDueAt = due };
        }

        return matter is { ResolvedAt: { } resolved, StageDueAt: not null }
            ? matter with { StageDueAt = StageDue(kind.CheckWithin, resolved, time) }
            : matter;
    }

    /// <summary>True for a date that a clock can reckon with.</summary>
    public static bool Reckons(DateOnly date) => date.Year is >= 1900 and <= 2200;

    /// <summary>24:00 of a civil date in the city.</summary>
    public static DateTimeOffset EndOf(DateOnly date, WorkingTime time)
    {
        var midnight = date.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, time.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static Term? TermOf(Matter matter, DateTimeOffset accepted, WorkingTime time)
    {
        if (matter.DueDate is { } date)
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(accepted, time.Zone).DateTime);
            return Term.Days(date <= day ? 0 : Math.Min(Term.MostDays, time.Calendar.CountWorkingDays(day.AddDays(1), date.AddDays(1))));
        }

        return matter.Term is { } text && Term.TryParse(text, out var term, out _) ? term : null;
    }
}
