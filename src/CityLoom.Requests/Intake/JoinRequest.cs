using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>Somebody waits for the same: joins an open, published request instead of making another.</summary>
public static class JoinRequest
{
    private const int MostWords = 1_000;

    /// <summary>The same for a caller at the desk, once for each key: what was joined, and the code by which the caller follows it.</summary>
    public static Outcome<(Matter Matter, string Code)> Once(
        Writing writing, string number, string? words, Contact? contact, SignedIn who, string? key, CityContext city)
    {
        var said = Text.OrNull(words) is { Length: > MostWords } tale ? tale[..MostWords] : words;
        return Receipts.Once(writing, key, who.Account, $"join {number} {words}", city.Now, () => Run(writing, number, said, contact, city).Then<long>(code => ByCode(writing, RequestBook.IdOf(number)!.Value, code)))
            .Then<(Matter, string)>(done => (
                MatterBook.Find(writing, RequestBook.IdOf(number)!.Value)!, writing.Value<string>("select code from request_joins where id = @id", new { id = done.Subject })!));
    }

    private static long ByCode(Session session, long request, string code) =>
        session.Value<long>("select id from request_joins where request_id = @request and code = @code", new { request, code });

    /// <summary>The code by which the new one follows it.</summary>
    public static Outcome<string> Run(Writing writing, string number, string? words, Contact? contact, CityContext city)
    {
        if (RequestBook.IdOf(number) is not { } id || RequestBook.Find(writing, id) is not { Published: true })
        {
            return RequestRefusals.Unknown;
        }

        if (MatterBook.Find(writing, id) is not { Open: true })
        {
            return RequestRefusals.Closed;
        }

        var (said, who) = (Text.OrNull(words), (contact ?? new Contact()).Tidy());
        if (said?.Length > MostWords || who.IsTooLong)
        {
            return RequestRefusals.FieldTooLong;
        }

        var code = FollowCode.Draw();
        writing.Execute(
            "insert into request_joins (request_id, at, code, words, name, phone, email) values (@id, @at, @code, @said, @Name, @Phone, @Email)",
            new { id, at = city.Now, code, said, who.Name, who.Phone, who.Email });
        RequestBook.Kept.Append(writing, id, city.Now, Actor.System, "joined", new { contact = !who.IsEmpty });
        return code;
    }
}
