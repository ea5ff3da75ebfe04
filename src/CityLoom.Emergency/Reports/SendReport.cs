using System.Text.Json;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Emergency.Plans;
using CityLoom.Emergency.Supplies;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Reports;

/// <summary>A duty to report as it begins.</summary>
/// <param name="Matter">The incident's matter.</param>
/// <param name="Template">Code of the template.</param>
/// <param name="Grade">The grade of the incident.</param>
public sealed record NewReportDuty(long Matter, string Template, ResponseLevel Grade);

/// <summary>A report as it is written: only what nobody knows yet.</summary>
/// <param name="Fields">What was written, by field of the template.</param>
/// <param name="Number">The number that it will have, so that one sent again is noticed; null for the next.</param>
public sealed record NewReport(IReadOnlyDictionary<string, string?> Fields, int? Number);

/// <summary>Begins the duty to report on an incident and sends its reports.</summary>
public static class SendReport
{
    private static readonly Refusal NoTemplate = new("report.template", "没有这个报送模板，或它没有这个等级的时限。", "There is no such template, or it has no limits for the grade.", 400);
    private static readonly Refusal NoIncident = new("report.incident", "没有这个突发事件。", "There is no such incident.", 400);
    private static readonly Refusal Unknown = new("report.unknown", "没有这项报送。", "There is no such duty to report.", 404);
    private static readonly Refusal NotYours = new("report.not-yours", "由负责这个事件的单位报送。", "It is for the organization that has the incident to report.", 403);
    private static readonly Refusal Nothing = new("report.nothing", "现在没有要报的：终报已报，或本级不要求续报。", "Nothing is owed now: the final report was sent, or the grade owes no follow-up.", 409);
    private static readonly Refusal Sent = new("report.sent", "这一期已经报过了。", "This report was sent already.", 409);
    private static readonly Refusal NoWords = new("report.fields", "每一栏都要写，“无”也要写明；每栏不超过 2000 个字。", "Write every field, 'none' where there is none, in at most 2,000 characters each.", 400);
    private static readonly Refusal BadTemplate = new(
        "report.bad-template", "模板须有编码、名称、至少一个等级的时限（分钟）和已知的报送单位。", "A template has a code, a name, limits in minutes for a grade, and organizations that exist.", 400);

    /// <summary>The same, by somebody: the whole city reports by a template, so that it is for those who stand for the city.</summary>
    public static Outcome<ReportTemplate> Template(Writing writing, ReportTemplate asked, CityContext city, SignedIn by) =>
        ImportPlan.MayForCity(by, city) ? Template(writing, asked, city, by.Actor)
            : new Refusal("report.template-not-yours", "报送模板全市共用，由市级单位或管理员维护。", "The whole city reports by a template; it is for those who stand for the city.", 403);

    /// <summary>Brings in a template; the same code amends it.</summary>
    public static Outcome<ReportTemplate> Template(Writing writing, ReportTemplate asked, CityContext city, Actor by)
    {
        if (asked.Code.Length is 0 or > 60 || asked.Name.Length is 0 or > 100 || asked.Rules.Count == 0 || asked.Fields.Count > 30
            || asked.Rules.Any(r => r.FirstMinutes < 1 || r.FinalMinutes < 1 || r.FollowUpMinutes < 1 || r.SignMinutes < 1 || r.To.Count == 0 || r.To.Any(o => city.Organizations.Find(o) is null)))
        {
            return BadTemplate;
        }

        var content = JsonSerializer.Serialize(asked, JournalBook.Json);
        writing.Execute("insert into report_templates (code, content) values (@Code, @content) on conflict (code) do update set content = excluded.content", new { asked.Code, content });
        ReportBook.KeptTemplates.Append(writing, 1, city.Now, by, "imported", asked);
        return asked;
    }

    /// <summary>Begins the duty; begun again it is the same one.</summary>
    public static Outcome<ReportDuty> Begin(Writing writing, NewReportDuty asked, SignedIn by, CityContext city)
    {
        if (ReportBook.Templates(writing).Find(t => t.Code == asked.Template)?.RuleOf(asked.Grade) is null)
        {
            return NoTemplate;
        }

        if (MatterBook.Find(writing, asked.Matter) is not { Kind: "incident" } matter)
        {
            return NoIncident;
        }

        if (!RequestSupplies.MayFor(by, matter.Accountable, city))
        {
            return NotYours;
        }

        var duty = new ReportDuty { MatterId = matter.Id, Template = asked.Template, Grade = asked.Grade, Organization = matter.Accountable, BeganAt = matter.CreatedAt };
        var id = writing.Insert(
            "insert into report_duties (matter_id, template, grade, organization, began_at) values (@MatterId, @Template, @Grade, @Organization, @BeganAt) on conflict do nothing", duty);
        if (id > 0)
        {
            ReportBook.Kept.Append(writing, id, city.Now, by.Actor, "begun", new { duty.MatterId, duty.Template, grade = $"{duty.Grade}" });
        }

        return writing.Row<ReportDuty>("select * from report_duties where matter_id = @Id", new { matter.Id })!;
    }

    /// <summary>Sends the report that is owed next. What is known already is put in by itself.</summary>
    public static Outcome<SentReport> Run(Writing writing, long id, NewReport asked, SignedIn by, CityContext city)
    {
        writing.Row<long?>($"select id from report_duties where id = @id{writing.ForUpdate}", new { id });
        if (ReportBook.Find(writing, id) is not { } standing)
        {
            return Unknown;
        }

        if (!RequestSupplies.MayFor(by, standing.Duty.Organization, city))
        {
            return NotYours;
        }

        if (asked.Number is { } number && number != standing.Sent.Count + 1)
        {
            return Sent;
        }

        if (standing.Owed is not { } owed)
        {
            return Nothing;
        }

        var written = standing.Template.Fields.ToDictionary(f => f.Code, f => asked.Fields.GetValueOrDefault(f.Code)?.Trim() ?? "");
        if (written.Values.Any(v => v.Length is 0 or > 2_000))
        {
            return NoWords;
        }

        foreach (var (code, value) in KnownFacts.Of(writing, standing, city))
        {
            written["known." + code] = value;
        }

        var report = new SentReport
        {
            DutyId = id, Number = standing.Sent.Count + 1, Kind = owed.Kind, Content = JsonSerializer.Serialize(written, JournalBook.Json), DueAt = owed.DueAt, SentAt = city.Now, Organization = by.Organization,
        };
        writing.Execute(
            "insert into incident_reports (duty_id, number, kind, content, due_at, sent_at, account, organization) values (@DutyId, @Number, @kind, @Content, @DueAt, @SentAt, @Account, @Organization)",
            new { report.DutyId, report.Number, kind = $"{report.Kind}", report.Content, report.DueAt, report.SentAt, by.Account, report.Organization });
        DeliveryBook.Deliver(writing, report, standing.Template.RuleOf(standing.Duty.Grade)!);
        ReportBook.Kept.Append(writing, id, city.Now, by.Actor, "sent", new { report.Number, kind = $"{report.Kind}", report.Late, fields = written });
        return report;
    }
}
