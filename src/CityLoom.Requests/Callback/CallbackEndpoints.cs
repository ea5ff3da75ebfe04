using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Requests.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Requests.Callback;

/// <summary>What came of a call, as it is sent.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Answer">What the resident answered, when they did.</param>
public sealed record CalledBack(CallbackOutcome Outcome, Answering? Answer);

/// <summary>Call-backs over HTTP.</summary>
internal static class CallbackEndpoints
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var callbacks = endpoints.MapGroup("/api/callbacks").WithTags("Call-backs");
        callbacks.MapGet("", DueAsync);
        callbacks.MapPost("/{id:long}", RecordAsync);
        callbacks.MapPost("/{id:long}/contact", ContactAsync);
    }

    private static async Task<Ok<List<WaitingCallback>>> DueAsync(Database database, CityContext city) =>
        TypedResults.Ok(await database.ReadAsync(s => WaitingCallback.Due(s, city.Now, Most)));

    private static async Task<Results<Ok<WaitingCallback>, ProblemHttpResult>> RecordAsync(long id, CalledBack asked, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => asked.Outcome switch
        {
            CallbackOutcome.Answered => RecordCallback.Answered(w, id, (asked.Answer ?? new Answering()).ToAnswer(), who, city),
            CallbackOutcome.Declined => RecordCallback.Declined(w, id, who, city),
            _ => RecordCallback.Missed(w, id, who, city),
        })).OkOr();
    }

    private static async Task<Results<Ok<Contact>, ProblemHttpResult>> ContactAsync(long id, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => RecordCallback.SeeContact(w, id, who, city))).OkOr();
    }
}
