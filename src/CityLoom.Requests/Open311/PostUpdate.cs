using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Requests.Open311;

/// <summary>
/// Takes in what residents of another system add to a request, as FixMyStreet sends it. It is a message: states are for those who
/// handle the request, whatever status comes with it.
/// </summary>
internal sealed class PostUpdate(Database database, CityContext city, SignedInCache accounts)
{
    private static readonly HashSet<string> Statuses =
    [
        "OPEN", "CLOSED", "FIXED", "IN_PROGRESS", "ACTION_SCHEDULED", "INVESTIGATING", "DUPLICATE", "NOT_COUNCILS_RESPONSIBILITY",
        "NO_FURTHER_ACTION", "INTERNAL_REFERRAL", "FOR_TRIAGE", "CANCELLED", "REOPEN",
    ];

    public async Task<Reply> RunAsync(HttpContext http, CancellationToken cancel)
    {
        if (!(await Posted.ReadAsync(http, cancel).ConfigureAwait(false)).Is(out var posted, out var refusal))
        {
            return Reply.Fault(refusal);
        }

        var fields = Fields.Of(posted.Form, http.Request.Query);
        if (Access.Refuse(fields["jurisdiction_id"], city) is { } stranger)
        {
            return Reply.Fault(stranger);
        }

        var access = await Access.OfAsync(fields["api_key"], http, accounts).ConfigureAwait(false);
        if (!access.Is(out var who, out refusal) || !Read(fields).Is(out var update, out refusal))
        {
            return Reply.Fault(refusal);
        }

        var outcome = await database.WriteAsync(w => Store(w, update, SenderId(fields), who)).ConfigureAwait(false);
        return outcome.Is(out var stored, out refusal) ? Told(stored) : Reply.Fault(refusal);
    }

    private static Outcome<RequestUpdate> Read(Fields fields)
    {
        var status = fields["status"]?.ToUpperInvariant();
        return RequestBook.IdOf(fields["service_request_id"]) is not { } id ? Refusals.Parameter("service_request_id", "缺少或无效。", "is missing or malformed.")
            : status is not null && !Statuses.Contains(status) ? Refusals.Parameter("status", $"须为 {string.Join("、", Statuses)} 之一。", $"must be one of {string.Join(", ", Statuses)}.")
            : fields["description"] is not { } words ? Refusals.Parameter("description", "不能为空。", "must not be empty.")
            : words.Length > NewRequest.MostWords || fields["media_url"]?.Length > 2_000 || SenderId(fields)?.Length > 200 ? RequestRefusals.FieldTooLong
            : fields["media_url"] is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") ? RequestRefusals.MediaUrl
            : fields.Written("updated_datetime").Then<RequestUpdate>(_ => new RequestUpdate("", id, default, status ?? "OPEN", words, fields["media_url"]));
    }

    /// <summary>What the sender calls it; older senders say <c>update_id_ext</c>.</summary>
    private static string? SenderId(Fields fields) => fields["update_id"] ?? fields["update_id_ext"];

    /// <summary>The same update of the same sender is stored once.</summary>
    private Outcome<string> Store(Writing writing, RequestUpdate update, string? senderId, SignedIn who)
    {
        if (RequestBook.Find(writing, update.Request) is not { } request || MatterBook.Find(writing, request.Id) is null)
        {
            return RequestRefusals.Unknown;
        }

        var key = senderId is null ? null : $"{who.Account}:{senderId}";
        if (key is not null && writing.Value<long?>(
            "select id from request_messages where request_id = @Request and sender_key = @key", new { update.Request, key }) is { } before)
        {
            return "m" + Ids.Write(before);
        }

        var id = writing.Insert(
            "insert into request_messages (request_id, at, office, published, words, account, organization, status, sender_key, media_url) values "
            + "(@Request, @at, 0, 1, @Words, @Account, @Organization, @Status, @key, @MediaUrl)",
            new { update.Request, at = city.Now, update.Words, who.Account, who.Organization, update.Status, key, update.MediaUrl });
        RequestBook.Kept.Append(writing, update.Request, city.Now, who.Actor, "message", new { message = id, office = false, published = true, update.Status });
        return "m" + Ids.Write(id);
    }

    private static Reply Told(string id) => Reply.Ok(a =>
    {
        a.BeginList("service_request_updates", "request_update");
        a.BeginItem();
        a.Write("update_id", id);
        a.EndItem();
        a.EndList();
    });
}
