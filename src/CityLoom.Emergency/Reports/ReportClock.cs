namespace CityLoom.Emergency.Reports;

/// <summary>The report that is owed next and by when.</summary>
/// <param name="Kind">Which.</param>
/// <param name="DueAt">By when, UTC.</param>
public readonly record struct OwedReport(ReportKind Kind, DateTimeOffset DueAt)
{
    /// <summary>True once the limit has passed.</summary>
    public bool LateAt(DateTimeOffset now) => now > DueAt;
}

/// <summary>Reckons which report is owed next. Pure; by the wall clock, since an incident does not wait for office hours.</summary>
public static class ReportClock
{
    /// <summary>The next report; null when none is owed: after the final one, or where a grade owes no follow-up.</summary>
    /// <param name="rule">The limits.</param>
    /// <param name="began">When the incident became known.</param>
    /// <param name="ended">When it was over; null while it goes on.</param>
    /// <param name="sent">The reports sent so far, in their order.</param>
    public static OwedReport? Next(ReportRule rule, DateTimeOffset began, DateTimeOffset? ended, IReadOnlyList<(ReportKind Kind, DateTimeOffset At)> sent)
    {
        if (sent.Count == 0)
        {
            return new OwedReport(ReportKind.First, began.AddMinutes(rule.FirstMinutes));
        }

        return sent.Any(s => s.Kind == ReportKind.Final) ? null
            : ended is { } end ? new OwedReport(ReportKind.Final, end.AddMinutes(rule.FinalMinutes))
            : rule.FollowUpMinutes is { } every ? new OwedReport(ReportKind.FollowUp, sent[^1].At.AddMinutes(every))
            : null;
    }
}
