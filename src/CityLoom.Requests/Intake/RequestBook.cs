using System.Globalization;
using CityLoom.City.Matters;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>Reads and keeps what requests have beyond their matters.</summary>
public static class RequestBook
{
    internal const string Columns =
        "id, requested_at, service, channel, code, token, address, address_id, attributes, media_url, language, published, reachable, "
        + "respond_due_at, responded_at, duty_version, duty, cell";

    private static readonly Sql ById = new($"select {Columns} from requests where id = $1");
    private static readonly Sql ToChange = new(ById.For(Dialect.Sqlite), ById.For(Dialect.Postgres) + " for update");
    private static readonly Sql Insertion = new($"insert into requests ({Columns}) values ({string.Join(", ", Columns.Split(", ").Select((_, i) => $"${i + 1}"))})");
    private static readonly Sql ContactInsertion = new("insert into request_contacts (request_id, name, phone, email, account, device) values ($1, $2, $3, $4, $5, $6)");

    /// <summary>Requests with whoever asked, joined, wrote and answered; a matter's own row is kept by its chain.</summary>
    public static KeptSubject Kept { get; } = new(
        Request.Subject,
        [
            new RowSet("requests", "id", Columns),
            new RowSet("request_contacts", "request_id", "name, phone, email, account, device"),
            new RowSet("request_photos", "request_id", "position, file"),
            new RowSet("request_joins", "request_id", "id, at, code, words, name, phone, email"),
            new RowSet("request_messages", "request_id", "id, at, office, published, words, account, organization, status, sender_key, media_url"),
            new RowSet("request_answers", "request_id", "id, round, at, contacted, solved, satisfaction, words, account, organization"),
            new RowSet("request_reopenings", "request_id", "id, round, at, words, opened"),
            new RowSet("request_groups", "request_id", "lead_id, at, account"),
            // Sets of their own, so that what was written down before anybody could answer who joined has the fingerprint that it had.
            new RowSet("request_answers_joined", "request_id", "id, join_id"),
            new RowSet("request_reopenings_joined", "request_id", "id, join_id"),
        ]);

    /// <summary>The request with this identity, or null.</summary>
    public static Request? Find(Session session, long id) => Read(session, ById, id);

    /// <summary>The request in a row of <see cref="Columns"/>.</summary>
    internal static Request Read(Statement row) => new()
    {
        Id = row.Number(0), RequestedAt = row.Instant(1), Service = row.Text(2), Channel = row.Named<Channel>(3), Code = row.Text(4), Token = row.TextOrNull(5),
        Address = row.TextOrNull(6), AddressId = row.TextOrNull(7), Attributes = row.Text(8), MediaUrl = row.TextOrNull(9), Language = row.Text(10),
        Published = row.Flag(11), Reachable = row.Flag(12), RespondDueAt = row.InstantOrNull(13), RespondedAt = row.InstantOrNull(14),
        DutyVersion = (int?)row.NumberOrNull(15), Duty = (int?)row.NumberOrNull(16), Cell = row.NumberOrNull(17),
    };

    /// <summary>The fingerprint of a request that is being made, of which there is nothing but what is in hand.</summary>
    internal static string Fingerprint(Request request, Contact? contact, IReadOnlyList<string> photos)
    {
        var print = new RowPrint();
        Add(print.Row(0), request);
        if (contact is not null)
        {
            Add(print.Row(1), contact);
        }

        for (var i = 0; i < photos.Count; i++)
        {
            print.Row(2).Add(i + 1).Add(photos[i]);
        }

        return print.ToString();
    }

    /// <summary>The identity that a number such as SQ-000123, or the bare 123, stands for; null when it is neither.</summary>
    public static long? IdOf(string? number)
    {
        var digits = number?.Trim() ?? "";
        var prefix = MatterKinds.Of(Request.Kind).Prefix + "-";
        if (digits.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            digits = digits[prefix.Length..];
        }

        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
    }

    /// <summary>Content hashes of a request's photos in their order.</summary>
    public static List<string> PhotosOf(Session session, long id) =>
        session.Rows<string>("select file from request_photos where request_id = @id order by position", new { id });

    /// <summary>How many others wait for the same.</summary>
    public static int JoinsOf(Session session, long id) => session.Value<int>("select count(*) from request_joins where request_id = @id", new { id });

    /// <summary>The request, locked until the end of the transaction.</summary>
    internal static Request? Take(Writing writing, long id) => Read(writing, ToChange, id);

    internal static void Insert(Writing writing, Request request)
    {
        using var insert = writing.Begin(Insertion);
        Add(insert, request);
        insert.Execute();
    }

    internal static void Insert(Writing writing, long id, Contact contact)
    {
        using var insert = writing.Begin(ContactInsertion);
        Add(insert.Add(id), contact);
        insert.Execute();
    }

    /// <summary>Remembers that the one who asked has been contacted, the first time.</summary>
    internal static void Respond(Writing writing, long id, DateTimeOffset at) =>
        writing.Execute("update requests set responded_at = @at where id = @id and responded_at is null", new { id, at });

    private static Request? Read(Session session, Sql one, long id)
    {
        using var rows = session.Begin(one);
        return rows.Add(id).Next() ? Read(rows) : null;
    }

    /// <summary>The values of <see cref="Columns"/>.</summary>
    private static void Add(RowValues to, Request r) => to
        .Add(r.Id).Add(r.RequestedAt).Add(r.Service).Add(r.Channel.ToString()).Add(r.Code).Add(r.Token).Add(r.Address).Add(r.AddressId).Add(r.Attributes)
        .Add(r.MediaUrl).Add(r.Language).Add(r.Published).Add(r.Reachable).Add(r.RespondDueAt).Add(r.RespondedAt).Add(r.DutyVersion).Add(r.Duty).Add(r.Cell);

    private static void Add(RowValues to, Contact c) => to.Add(c.Name).Add(c.Phone).Add(c.Email).Add(c.Account).Add(c.Device);
}
