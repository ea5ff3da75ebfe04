using System.Security.Cryptography;
using System.Text;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Alerts;

/// <summary>Keeps alerts. A message never changes; only whether it still holds does, and both stand in the journal.</summary>
public static class AlertBook
{
    /// <summary>The name under which alerts stand in the journal.</summary>
    public const string Subject = "alert";

    private const string Columns =
        "id, sender, identifier, sent_at, status, kind, public, source, organization, event, severity, headline, english_headline, begins_at, "
        + "expires_at, signature, received_at, replaced_by, ended_at";

    private const string Active =
        "public = 1 and ended_at is null and kind in ('Alert', 'Update') and status in ('Actual', 'Exercise') and begins_at <= @now and expires_at > @now";

    /// <summary>Alerts with their whole messages, and what they name.</summary>
    public static KeptSubject Kept { get; } = new(
        Subject,
        [
            new RowSet("alerts", "id", Columns + ", message, account"),
            new RowSet("alert_references", "alert_id", "sender, identifier"),
        ]);

    /// <summary>The alerts that hold now, the gravest first.</summary>
    public static List<Alert> ActiveAt(Session session, DateTimeOffset now) => session.Rows<Alert>(
        $"select {Columns} from alerts where {Active} order by case status when 'Actual' then 0 else 1 end, "
        + "case severity when 'Extreme' then 0 when 'Severe' then 1 when 'Moderate' then 2 when 'Minor' then 3 else 4 end, sent_at desc, id desc limit 100",
        new { now });

    /// <summary>All alerts, the latest first; a page of them.</summary>
    public static List<Alert> List(Session session, int page, int size) => session.Rows<Alert>(
        $"select {Columns} from alerts order by sent_at desc, id desc limit @size offset @offset", new { size, offset = (Math.Max(1, page) - 1L) * size });

    /// <summary>How many there are.</summary>
    public static int Count(Session session) => session.Value<int>("select count(*) from alerts");

    /// <summary>The alert with this identity, or null.</summary>
    public static Alert? Find(Session session, long id) => session.Row<Alert>($"select {Columns} from alerts where id = @id", new { id });

    /// <summary>Its message as XML.</summary>
    public static string? MessageOf(Session session, long id) => session.Value<string>("select message from alerts where id = @id", new { id });

    /// <summary>What it says.</summary>
    public static CapMessage? Read(Session session, long id) =>
        MessageOf(session, id) is { } message ? CapReader.Read(Encoding.UTF8.GetBytes(message)).Value : null;

    /// <summary>The messages that lead to an alert and those that follow it, in the order in which they were sent.</summary>
    public static List<Alert> Chain(Session session, Alert alert) => session.Rows<Alert>(
        $"""
        with recursive chain (id) as (
          select @Id
          union
          select a.id from alerts a join chain c on a.replaced_by = c.id or c.id in (select p.id from alerts p where p.replaced_by = a.id)
        )
        select {Columns} from alerts where id in (select id from chain) order by sent_at, id
        """, new { Id = alert.Id });

    internal static Alert? Take(Writing writing, long id) => writing.Row<Alert>($"select {Columns} from alerts where id = @id{writing.ForUpdate}", new { id });

    internal static Alert? Find(Session session, string sender, string identifier) =>
        session.Row<Alert>($"select {Columns} from alerts where sender = @sender and identifier = @identifier", new { sender, identifier });

    /// <summary>Stores a message, ends those that it names and, when a later one named it before it came, itself.</summary>
    internal static Alert Insert(Writing writing, Alert alert, IReadOnlyList<CapReference> references, string message, Actor by)
    {
        var stored = alert with
        {
            Id = writing.Insert(
                "insert into alerts (sender, identifier, sent_at, status, kind, public, source, organization, event, severity, headline, english_headline, begins_at, "
                + "expires_at, signature, message, received_at, account) values (@Sender, @Identifier, @SentAt, @status, @kind, @Public, @Source, @Organization, @Event, @Severity, "
                + "@Headline, @EnglishHeadline, @BeginsAt, @ExpiresAt, @signature, @message, @ReceivedAt, @Account)",
                new
                {
                    alert.Sender, alert.Identifier, alert.SentAt, status = $"{alert.Status}", kind = $"{alert.Kind}", alert.Public, alert.Source, alert.Organization, alert.Event,
                    alert.Severity, alert.Headline, alert.EnglishHeadline, alert.BeginsAt, alert.ExpiresAt, signature = $"{alert.Signature}", message, alert.ReceivedAt, by.Account,
                }),
        };
        foreach (var (sender, identifier) in references.Select(r => (r.Sender, r.Identifier)).Distinct())
        {
            writing.Execute("insert into alert_references (alert_id, sender, identifier) values (@Id, @sender, @identifier)", new { stored.Id, sender, identifier });
        }

        Kept.Append(writing, stored.Id, alert.ReceivedAt, by, alert.Source == Alert.Own ? "issued" : "received", new { stored.Headline, after = Standing(stored, message) });
        EndNamed(writing, stored, by);
        return EndedBefore(writing, stored) is { } later ? End(writing, stored, later, by) : stored;
    }

    /// <summary>Only its own sender, by the same way, may change or take back a message.</summary>
    private static void EndNamed(Writing writing, Alert by, Actor actor)
    {
        if (by.Kind is not (CapKind.Update or CapKind.Cancel))
        {
            return;
        }

        foreach (var named in writing.Rows<Alert>(
            $"select {Prefixed} from alerts a join alert_references r on r.sender = a.sender and r.identifier = a.identifier "
            + "where r.alert_id = @Id and a.sender = @Sender and a.source = @Source and a.ended_at is null order by a.id", by))
        {
            End(writing, named, by, actor);
        }
    }

    private static Alert? EndedBefore(Writing writing, Alert alert) => writing.Rows<Alert>(
        $"select {Prefixed} from alerts a join alert_references r on r.alert_id = a.id where r.sender = @Sender and r.identifier = @Identifier and a.sender = @Sender "
        + "and a.source = @Source and a.kind in ('Update', 'Cancel') and a.id <> @Id order by a.sent_at, a.id limit 1", alert).FirstOrDefault();

    private static Alert End(Writing writing, Alert alert, Alert by, Actor actor)
    {
        var ended = alert with { ReplacedBy = by.Id, EndedAt = by.ReceivedAt };
        writing.Execute("update alerts set replaced_by = @ReplacedBy, ended_at = @EndedAt where id = @Id", ended);
        Kept.Append(
            writing, alert.Id, by.ReceivedAt, actor, by.Kind == CapKind.Cancel ? "cancelled" : "replaced",
            new { by = by.Id, after = Standing(ended, MessageOf(writing, alert.Id) ?? "") });
        return ended;
    }

    private static readonly string Prefixed = string.Join(", ", Columns.Split(", ").Select(c => "a." + c));

    private static object Standing(Alert a, string message) => new
    {
        a.Sender, a.Identifier, sent = a.SentAt.ToUnixTimeMilliseconds(), status = $"{a.Status}", kind = $"{a.Kind}", a.Public, a.Source, a.Organization, a.Event, a.Severity,
        a.Headline, a.EnglishHeadline, begins = a.BeginsAt.ToUnixTimeMilliseconds(), expires = a.ExpiresAt.ToUnixTimeMilliseconds(), signature = $"{a.Signature}",
        a.ReplacedBy, ended = a.EndedAt?.ToUnixTimeMilliseconds(), message = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message))),
    };
}
