using System.Text.Json;
using CityLoom.City.Matters;
using CityLoom.Emergency.Plans;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Reports;

/// <summary>An incident on which reports are owed.</summary>
public sealed record ReportDuty
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>The incident's matter.</summary>
    public long MatterId { get; init; }

    /// <summary>Code of the template.</summary>
    public string Template { get; init; } = "";

    /// <summary>The grade of the incident.</summary>
    public ResponseLevel Grade { get; init; }

    /// <summary>The organization that reports.</summary>
    public string Organization { get; init; } = "";

    /// <summary>When the incident became known, UTC.</summary>
    public DateTimeOffset BeganAt { get; init; }
}

/// <summary>A report that was sent. It never changes; what was wrong in it stands right in the next.</summary>
public sealed record SentReport
{
    /// <summary>Which incident's.</summary>
    public long DutyId { get; init; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Which it is.</summary>
    public ReportKind Kind { get; init; }

    /// <summary>What was written and what was known, as a JSON object.</summary>
    public string Content { get; init; } = "{}";

    /// <summary>By when it was owed; null when it was not.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>For which organization.</summary>
    public string? Organization { get; init; }

    /// <summary>True when it came after its limit.</summary>
    public bool Late => SentAt > DueAt;

    /// <summary>What it says, by field.</summary>
    public Dictionary<string, string> Fields() => JsonSerializer.Deserialize<Dictionary<string, string>>(Content)!;
}

/// <summary>Where the reports on one incident stand.</summary>
/// <param name="Duty">The duty to report.</param>
/// <param name="Matter">The incident.</param>
/// <param name="Template">By which template.</param>
/// <param name="Sent">What was sent, in order.</param>
/// <param name="Owed">What is owed next; null for nothing.</param>
public sealed record ReportStanding(ReportDuty Duty, Matter Matter, ReportTemplate Template, IReadOnlyList<SentReport> Sent, OwedReport? Owed);

/// <summary>Keeps templates, duties to report and reports.</summary>
public static class ReportBook
{
    /// <summary>The name under which duties to report stand in the journal.</summary>
    public const string Subject = "report-duty";

    /// <summary>Duties to report with the reports that were sent.</summary>
    public static KeptSubject Kept { get; } = new(
        Subject,
        [
            new RowSet("report_duties", "id", "matter_id, template, grade, organization, began_at"),
            new RowSet("incident_reports", "duty_id", "number, kind, content, due_at, sent_at, account, organization"),
            new RowSet("report_deliveries", "duty_id", "number, organization, due_at, signed_at, signed_by"),
        ]);

    /// <summary>All templates in one chain.</summary>
    public static KeptSubject KeptTemplates { get; } = new("report-template", [new RowSet("report_templates", RowSet.Only, "code, content")]);

    /// <summary>All templates, by name.</summary>
    public static List<ReportTemplate> Templates(Session session) =>
        session.Rows<string>("select content from report_templates order by code").ConvertAll(c => JsonSerializer.Deserialize<ReportTemplate>(c, JournalBook.Json)!);

    /// <summary>Where all reports stand, the latest incidents first, with three queries however many there are.</summary>
    public static List<ReportStanding> Standing(Session session, int limit = 100) =>
        Standing(session, session.Rows<ReportDuty>("select * from report_duties order by id desc limit @limit", new { limit }));

    /// <summary>Where the reports on one incident stand; null when none are owed on it.</summary>
    public static ReportStanding? Find(Session session, long id) =>
        Standing(session, session.Rows<ReportDuty>("select * from report_duties where id = @id", new { id })).FirstOrDefault();

    private static List<ReportStanding> Standing(Session session, List<ReportDuty> duties)
    {
        if (duties.Count == 0)
        {
            return [];
        }

        var templates = Templates(session).ToDictionary(t => t.Code);
        var matters = MatterBook.FindAll(session, [.. duties.Select(d => d.MatterId)]);
        var sent = session.Rows<SentReport>(
            $"select duty_id, number, kind, content, due_at, sent_at, organization from incident_reports where {session.Among("duty_id", "ids")} order by number",
            new { ids = duties.Select(d => d.Id).ToArray() }).ToLookup(r => r.DutyId);
        return duties.ConvertAll(d => Of(d, matters[d.MatterId], templates[d.Template], [.. sent[d.Id]]));
    }

    private static ReportStanding Of(ReportDuty duty, Matter matter, ReportTemplate template, List<SentReport> sent) => new(
        duty, matter, template, sent,
        ReportClock.Next(template.RuleOf(duty.Grade)!, duty.BeganAt, matter.ResolvedAt ?? matter.EndedAt, sent.ConvertAll(s => (s.Kind, s.SentAt))));
}
