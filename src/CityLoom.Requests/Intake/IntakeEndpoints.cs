using CityLoom.City;
using CityLoom.City.Territories;
using CityLoom.Kernel;
using CityLoom.Kernel.Files;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Requests.Intake;

/// <summary>Requests over HTTP: made by the desk and by programs, followed by anybody who knows number and code.</summary>
internal static class IntakeEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var requests = endpoints.MapGroup("/api/requests").WithTags("Requests");
        requests.MapPost("", RaiseAsync);
        requests.MapPost("/photos", PhotoAsync).DisableAntiforgery();
        requests.MapGet("/nearby", NearbyAsync);
        requests.MapGet("/{number}", FollowAsync);
        requests.MapPost("/{number}/joins", JoinAsync);
        requests.MapPost("/{number}/messages", SayAsync);
        requests.MapPost("/{number}/answer", AnswerAsync);
        requests.MapPost("/{number}/reopening", ReopenAsync);
        requests.MapPost("/{id:long}/contact", SeeContactAsync);
        requests.MapPost("/{id:long}/contacted", ContactedAsync);
        endpoints.MapGet("/requests/photos/{hash}", ShowPhotoAsync).WithTags("Requests");
    }

    private static async Task<Results<Created<RaisedView>, Ok<RaisedView>, ProblemHttpResult>> RaiseAsync(
        NewRequest asked, HttpContext http, RaiseRequest raise, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        var outcome = await raise.RunAsync(asked, http.RequiredSignedIn(), key);
        if (!outcome.Is(out var raised, out var refusal))
        {
            return Problems.Of(refusal);
        }

        var view = RaisedView.Of(raised);
        return raised.Now ? TypedResults.Created($"/api/requests/{view.Number}", view) : TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<StoredFile>, ProblemHttpResult>> PhotoAsync(HttpContext http, TakePhoto take, CancellationToken cancel) =>
        (await take.RunAsync(http.Request.Body, cancel)).OkOr();

    private static async Task<Results<Ok<List<NearbyRequest>>, ProblemHttpResult>> NearbyAsync(
        double lat, double @long, double? metres, string? service, Database database, CityContext city)
    {
        var place = new GeoPoint(@long, lat);
        return place.IsOnEarth
            ? TypedResults.Ok(await database.ReadAsync(s => NearbyRequests.Find(s, place, metres ?? 200, service, city.Now)))
            : Problems.Of(RequestRefusals.NotOnEarth);
    }

    private static async Task<Results<Ok<FollowedView>, ProblemHttpResult>> FollowAsync(
        string number, string? code, HttpContext http, Database database, CityContext city, IntakeLimits limits)
    {
        if (code is not null && limits.RefuseCode(VisitorAddress.Of(http)) is { } refusal)
        {
            return Problems.Of(refusal);
        }

        var outcome = await database.ReadAsync(s => FollowRequest.Find(s, number, code));
        return outcome.Then<FollowedView>(f => FollowedView.Of(f, city.Now)).OkOr();
    }

    private static async Task<Results<Ok<JoinedView>, ProblemHttpResult>> JoinAsync(
        string number, Joining joining, HttpContext http, Database database, CityContext city, IntakeLimits limits) =>
        limits.RefuseRequest(VisitorAddress.Of(http)) is { } refusal
            ? Problems.Of(refusal)
            : (await database.WriteAsync(w => JoinRequest.Run(w, number, joining.Words, joining.Contact, city))).Then<JoinedView>(code => new JoinedView(code)).OkOr();

    private static async Task<Results<Ok<RequestMessage>, ProblemHttpResult>> SayAsync(
        string number, SaidWords said, HttpContext http, Database database, CityContext city, IntakeLimits limits)
    {
        if (said.Code is { } code)
        {
            return limits.RefuseCode(VisitorAddress.Of(http)) is { } refusal
                ? Problems.Of(refusal)
                : (await database.WriteAsync(w => SendMessage.FromResident(w, number, code, said.Words, city))).OkOr();
        }

        return http.SignedIn() is { } who && RequestBook.IdOf(number) is { } id
            ? (await database.WriteAsync(w => SendMessage.FromOffice(w, id, said.Words, said.Published, who, city))).OkOr()
            : Problems.Of(RequestRefusals.Unknown);
    }

    private static async Task<Results<Ok<StateView>, ProblemHttpResult>> AnswerAsync(
        string number, Answering answering, HttpContext http, Database database, CityContext city, IntakeLimits limits)
    {
        var answer = answering.ToAnswer();
        if (answering.Code is { } code)
        {
            return limits.RefuseCode(VisitorAddress.Of(http)) is { } refusal
                ? Problems.Of(refusal)
                : (await database.WriteAsync(w => AnswerRequest.Run(w, number, code, answer, city))).Then<StateView>(StateView.Of).OkOr();
        }

        return http.SignedIn() is { } who && RequestBook.IdOf(number) is { } id
            ? (await database.WriteAsync(w => AnswerRequest.FromCall(w, id, answer, who, city))).Then<StateView>(StateView.Of).OkOr()
            : Problems.Of(RequestRefusals.Unknown);
    }

    private static async Task<Results<Ok<StateView>, ProblemHttpResult>> ReopenAsync(
        string number, SaidWords said, HttpContext http, Database database, CityContext city, IntakeLimits limits) =>
        limits.RefuseCode(VisitorAddress.Of(http)) is { } refusal
            ? Problems.Of(refusal)
            : (await database.WriteAsync(w => ReopenRequest.Run(w, number, said.Code ?? "-", said.Words, city))).Then<StateView>(StateView.Of).OkOr();

    private static async Task<Results<Ok<Contact>, ProblemHttpResult>> SeeContactAsync(long id, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => SeeContact.Run(w, id, who, city))).OkOr();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ContactedAsync(long id, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => SendMessage.NoteContact(w, id, who, city))).Is(out _, out var refusal) ? TypedResults.NoContent() : Problems.Of(refusal);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ShowPhotoAsync(
        string hash, HttpContext http, Database database, FileStore files, CityContext city)
    {
        var may = await database.ReadAsync(s => RequestPhotos.MaySee(s, hash, http.SignedIn(), city));
        if (!may || files.Open(hash) is not { } content)
        {
            return Problems.Of(RequestRefusals.Unknown);
        }

        http.Response.Headers.CacheControl = "private, max-age=86400";
        return TypedResults.File(content, "image/jpeg");
    }
}
