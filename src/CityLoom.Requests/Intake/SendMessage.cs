using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>A message between the resident and the office. What the office says first counts as having contacted the resident.</summary>
public static class SendMessage
{
    private const int MostWords = 2_000;

    /// <summary>From the one who asked.</summary>
    public static Outcome<RequestMessage> FromResident(Writing writing, string number, string code, string words, CityContext city) =>
        OwnRequest.ByCode(writing, number, code).Then<RequestMessage>(own =>
            Lead.Of(writing, own.Matter).Open ? Store(writing, own.Request.Id, new RequestMessage { Words = words }, null, city) : RequestRefusals.Closed);

    /// <summary>From an organization that holds the request.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="id">The request.</param>
    /// <param name="words">What is said.</param>
    /// <param name="published">True when anybody may read it.</param>
    /// <param name="who">Who says it.</param>
    /// <param name="city">The city.</param>
    public static Outcome<RequestMessage> FromOffice(Writing writing, long id, string words, bool published, SignedIn who, CityContext city) =>
        OwnRequest.ByParty(writing, id, who, city).Then<RequestMessage>(own =>
            Store(writing, own.Request.Id, new RequestMessage { Words = words, Office = true, Published = published }, who, city));

    /// <summary>Notes that the resident was contacted, by telephone or in person.</summary>
    public static Outcome<bool> NoteContact(Writing writing, long id, SignedIn who, CityContext city) =>
        OwnRequest.ByParty(writing, id, who, city).Then<bool>(own =>
        {
            RequestBook.Respond(writing, id, city.Now);
            RequestBook.Kept.Append(writing, id, city.Now, who.Actor, "contacted", new { first = own.Request.RespondedAt is null });
            return own.Request.RespondedAt is null;
        });

    private static Outcome<RequestMessage> Store(Writing writing, long id, RequestMessage message, SignedIn? who, CityContext city)
    {
        if (Text.OrNull(message.Words) is not { } words)
        {
            return RequestRefusals.WordsNeeded;
        }

        if (words.Length > MostWords)
        {
            return RequestRefusals.WordsTooLong;
        }

        var stored = message with { At = city.Now, Words = words, Organization = who?.Organization };
        stored = stored with
        {
            Id = writing.Insert(
                "insert into request_messages (request_id, at, office, published, words, account, organization) values (@id, @At, @Office, @Published, @Words, @Account, @Organization)",
                new { id, stored.At, stored.Office, stored.Published, stored.Words, who?.Account, stored.Organization }),
        };
        if (stored.Office)
        {
            RequestBook.Respond(writing, id, stored.At);
        }

        RequestBook.Kept.Append(writing, id, stored.At, who?.Actor ?? Actor.System, "message", new { message = stored.Id, stored.Office, stored.Published });
        return stored;
    }
}
