using System.Globalization;
using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>Reads and keeps what requests have beyond their matters.</summary>
public static class RequestBook
{
    internal const string Columns =
        "id, requested_at, service, channel, code, token, address, address_id, attributes, media_url, language, published, reachable, "
        + "respond_due_at, responded_at, duty_version, duty, cell";

    /// <summary>The request with this identity, or null.</summary>
    public static Request? Find(Session session, long id) => session.Row<Request>($"select {Columns} from requests where id = @id", new { id });

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
    internal static Request? Take(Writing writing, long id) =>
        writing.Row<Request>($"select {Columns} from requests where id = @id{writing.ForUpdate}", new { id });

    internal static void Insert(Writing writing, Request r) => writing.Execute(
        $"insert into requests ({Columns}) values (@Id, @RequestedAt, @Service, @channel, @Code, @Token, @Address, @AddressId, @Attributes, @MediaUrl, @Language, "
        + "@Published, @Reachable, @RespondDueAt, @RespondedAt, @DutyVersion, @Duty, @Cell)",
        new
        {
            r.Id, r.RequestedAt, r.Service, channel = r.Channel.ToString(), r.Code, r.Token, r.Address, r.AddressId, r.Attributes, r.MediaUrl, r.Language,
            r.Published, r.Reachable, r.RespondDueAt, r.RespondedAt, r.DutyVersion, r.Duty, r.Cell,
        });

    internal static void Insert(Writing writing, long id, Contact contact) => writing.Execute(
        "insert into request_contacts (request_id, name, phone, email, account, device) values (@id, @Name, @Phone, @Email, @Account, @Device)",
        new { id, contact.Name, contact.Phone, contact.Email, contact.Account, contact.Device });

    /// <summary>Remembers that the one who asked has been contacted, the first time.</summary>
    internal static void Respond(Writing writing, long id, DateTimeOffset at) =>
        writing.Execute("update requests set responded_at = @at where id = @id and responded_at is null", new { id, at });
}
