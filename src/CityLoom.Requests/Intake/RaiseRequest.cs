using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Catalogue;
using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Intake;

/// <summary>What came of a request.</summary>
/// <param name="Request">As it is stored, with the code by which the resident follows it.</param>
/// <param name="Matter">Its matter, with its number and who answers for it.</param>
/// <param name="Now">True when it was made now; false when the same request had been sent before.</param>
public sealed record Raised(Request Request, Matter Matter, bool Now);

/// <summary>
/// Takes in a request, the same for all doors: finds the place, the category and who answers for it, and stores it as a matter that
/// somebody holds from the first instant. What can be judged without the database is judged before the write begins.
/// </summary>
public sealed class RaiseRequest(Database database, CityContext city, CatalogueBook catalogue, SuggestCategory suggest)
{
    /// <summary>Stores the request; sent again with the same key by the same sender it is the same one.</summary>
    /// <param name="asked">The request.</param>
    /// <param name="who">Who sends it; null for a visitor of the public site.</param>
    /// <param name="key">Idempotency key; null for none.</param>
    public async Task<Outcome<Raised>> RunAsync(NewRequest asked, SignedIn? who, string? key)
    {
        if (!Prepare(asked).Is(out var prepared, out var refusal))
        {
            return refusal;
        }

        var digest = key is null ? [] : Receipts.DigestOf(asked);
        return await database.WriteAsync(w =>
        {
            Raised? made = null;
            Outcome<long> Make() => Store(w, prepared, city, who?.Actor ?? Actor.System).Then<long>(raised => (made = raised).Request.Id);
            return Receipts.Once(w, key, who?.Account ?? 0, digest, city.Now, Make)
                .Then<Raised>(done => made ?? new Raised(RequestBook.Find(w, done.Subject)!, MatterBook.Find(w, done.Subject)!, false));
        }).ConfigureAwait(false);
    }

    /// <summary>Judges and stores a request within a transaction; for what is told or imported, when <paramref name="city"/> may stand at another instant.</summary>
    public static Outcome<Raised> Run(Writing writing, NewRequest asked, CityContext city, DutyCatalogue catalogue, Actor by) =>
        PreparedRequest.Of(asked, city, catalogue).Then<Raised>(prepared => Store(writing, prepared, city, by));

    /// <summary>Judges a request and finds its place, category and owner, without touching the database.</summary>
    public Outcome<PreparedRequest> Prepare(NewRequest asked) => PreparedRequest.Of(Categorized(asked), city, catalogue.Present);

    /// <summary>What is stated stands; else the words decide where they are sure, and a person where they are not.</summary>
    private NewRequest Categorized(NewRequest asked) =>
        asked.Undecided || Text.OrNull(asked.Service) is not null || Text.OrNull(asked.Words) is not { Length: <= NewRequest.MostWords } words || !suggest.IsTrained ? asked
        : suggest.SureOf(words) is { } sure ? asked with { Service = sure }
        : asked with { Undecided = true };

    /// <summary>Stores a prepared request within a transaction.</summary>
    internal static Outcome<Raised> Store(Writing writing, PreparedRequest prepared, CityContext city, Actor by)
    {
        var now = city.Now;
        if (RefusePhotos(writing, [.. prepared.Photos]) is { } refusal)
        {
            return refusal;
        }

        return CreateMatter.Run(writing, prepared.Matter, new ActContext(null, now, city.Organizations, city.Time), city.Territories).Then<Raised>(matter =>
        {
            var request = prepared.Request with
            {
                Id = matter.Id,
                RequestedAt = now,
                Code = FollowCode.Draw(),
                Token = prepared.ByToken ? FollowCode.Draw() + FollowCode.Draw() : null,
                RespondDueAt = MatterClock.StageDue(prepared.RespondWithin, now, city.Time),
            };
            RequestBook.Insert(writing, request);
            if (prepared.Contact is { } contact)
            {
                RequestBook.Insert(writing, request.Id, contact);
            }

            KeepPhotos(writing, request.Id, prepared.Photos);
            JournalBook.Begin(writing, Request.Subject, request.Id, now, by, "raised", new
            {
                request.Channel, request.Service, request.Address, photos = prepared.Photos.Count, contact = prepared.Contact is not null,
                request.DutyVersion, request.Duty, rows = RequestBook.Fingerprint(request, prepared.Contact, prepared.Photos),
            });
            return new Raised(request, matter, true);
        });
    }

    private static Refusal? RefusePhotos(Session session, string[] photos) =>
        photos.Length == 0 ? null
        : photos.Length > NewRequest.MostPhotos || session.Value<int>($"select count(*) from files where {Among.Of(session, "hash", "photos")} and media_type like 'image/%'", new { photos }) != photos.Distinct().Count()
            ? RequestRefusals.PhotoUnknown
            : null;

    private static void KeepPhotos(Writing writing, long id, IReadOnlyList<string> photos)
    {
        for (var i = 0; i < photos.Count; i++)
        {
            writing.Execute("insert into request_photos (request_id, position, file) values (@id, @position, @file)", new { id, position = i + 1, file = photos[i] });
        }
    }
}
