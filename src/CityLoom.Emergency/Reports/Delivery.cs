using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Reports;

/// <summary>A report in the inbox of an organization that receives it.</summary>
public sealed record Delivery
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>The duty to report.</summary>
    public long DutyId { get; init; }

    /// <summary>Number of the report.</summary>
    public int Number { get; init; }

    /// <summary>Who receives it.</summary>
    public string Organization { get; init; } = "";

    /// <summary>By when it has to be signed for, UTC.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>When it was signed for; null while it was not.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>True when it was, or by now would be, signed for too late.</summary>
    public bool LateAt(DateTimeOffset now) => (SignedAt ?? now) > DueAt;
}

/// <summary>Keeps what was delivered to whom.</summary>
public static class DeliveryBook
{
    private const string Columns = "id, duty_id, number, organization, due_at, signed_at";

    /// <summary>What some organizations have not signed for yet, the most pressing first.</summary>
    public static List<Delivery> Waiting(Session session, IReadOnlyCollection<string> organizations) => organizations.Count == 0 ? [] : session.Rows<Delivery>(
        $"select {Columns} from report_deliveries where signed_at is null and {session.Among("organization", "organizations")} order by due_at, id limit 200", new { organizations = organizations.ToArray() });

    /// <summary>To whom the reports of one duty were delivered, in order.</summary>
    public static List<Delivery> OfDuty(Session session, long duty) =>
        session.Rows<Delivery>($"select {Columns} from report_deliveries where duty_id = @duty order by number, id", new { duty });

    internal static Delivery? Take(Writing writing, long id) => writing.Row<Delivery>($"select {Columns} from report_deliveries where id = @id{writing.ForUpdate}", new { id });

    internal static void Deliver(Writing writing, SentReport report, ReportRule rule)
    {
        foreach (var organization in rule.To.Distinct())
        {
            writing.Execute(
                "insert into report_deliveries (duty_id, number, organization, due_at) values (@DutyId, @Number, @organization, @due)",
                new { report.DutyId, report.Number, organization, due = report.SentAt.AddMinutes(rule.SignMinutes) });
        }
    }
}
