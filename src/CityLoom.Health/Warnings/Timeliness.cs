using CityLoom.Kernel;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Warnings;

/// <summary>
/// The 7-1-7 target (Frieden et al. 2021, Lancet 398, 638–640): detected within 7 days of emergence, notified within 1 day of detection, the early response
/// complete within 7 days of notification. Measured from what the journal dates, never entered by hand.
/// </summary>
/// <param name="DaysToDetect">From the day it emerged to the day it was detected.</param>
/// <param name="DaysToNotify">From detection to notification, in days and parts of days; null while it wait.</param>
/// <param name="DaysToRespond">From notification until the last matter of the plan was resolved; null while one waits or none was opened.</param>
/// <param name="Actions">How many matters the plan opened.</param>
/// <param name="Done">How many of them are resolved.</param>
public sealed record Timeliness(double DaysToDetect, double? DaysToNotify, double? DaysToRespond, int Actions, int Done)
{
    /// <summary>Whether it was detected in time.</summary>
    public bool DetectedInTime => DaysToDetect <= 7;

    /// <summary>Whether it was notified in time; null while that is open.</summary>
    public bool? NotifiedInTime => DaysToNotify <= 1 ? true : DaysToNotify is null ? null : false;

    /// <summary>Whether the response was complete in time; null while that is open.</summary>
    public bool? RespondedInTime => DaysToRespond <= 7 ? true : DaysToRespond is null ? null : false;

    /// <summary>How a warning did.</summary>
    public static Timeliness Of(HealthWarning warning, PlanProgress? progress, CityClock clock)
    {
        var (actions, done) = (progress?.Actions ?? 0, progress?.Done ?? 0);
        var responded = actions > 0 && done == actions && warning.NotifiedAt is { } notified && progress!.LastDoneAt is { } last
            ? (double?)Math.Max(0, (last - notified).TotalDays) : null;
        return new(
            Math.Max(0, clock.DateOf(warning.DetectedAt).DayNumber - warning.Onset.DayNumber), (warning.NotifiedAt - warning.DetectedAt)?.TotalDays, responded, actions, done);
    }

    /// <summary>How far the matters of each warning's plan are, in one query.</summary>
    public static Dictionary<long, PlanProgress> Progress(Session session, IReadOnlyCollection<long> warnings) => warnings.Count == 0 ? [] : session.Rows<PlanProgress>(
            "select p.warning_id, count(*) as actions, sum(case when coalesce(m.resolved_at, m.ended_at) is null then 0 else 1 end) as done, "
            + $"max(coalesce(m.resolved_at, m.ended_at)) as last_done_at from health_plan_matters p join matters m on m.id = p.matter_id where {session.Among("p.warning_id", "ids")} group by p.warning_id",
            new { ids = warnings.ToArray() })
        .ToDictionary(p => p.WarningId);
}

/// <summary>How far the matters that a warning opened are.</summary>
public sealed record PlanProgress
{
    /// <summary>Which warning.</summary>
    public long WarningId { get; init; }

    /// <summary>How many it opened.</summary>
    public int Actions { get; init; }

    /// <summary>How many are resolved.</summary>
    public int Done { get; init; }

    /// <summary>When the last one was, UTC.</summary>
    public DateTimeOffset? LastDoneAt { get; init; }
}
