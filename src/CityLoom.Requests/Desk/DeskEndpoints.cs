using CityLoom.City;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Requests.Catalogue;
using CityLoom.Requests.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Requests.Desk;

/// <summary>A category as somebody decides it.</summary>
/// <param name="Category">Its code.</param>
public sealed record Categorizing(string Category);

/// <summary>Requests to be put under another.</summary>
/// <param name="Members">Their identities.</param>
/// <param name="Words">Why; may be left out.</param>
public sealed record Merging(IReadOnlyList<long> Members, string? Words);

/// <summary>What the desk decides, over HTTP.</summary>
internal static class DeskEndpoints
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var requests = endpoints.MapGroup("/api/requests").WithTags("Requests");
        requests.MapGet("/undecided", UndecidedAsync);
        requests.MapPost("/{id:long}/category", CategoryAsync);
        requests.MapPost("/{id:long}/group", GroupAsync);
    }

    /// <summary>Open requests without a category that this person may read, the one that has waited longest first.</summary>
    private static async Task<Ok<List<UndecidedRequest>>> UndecidedAsync(HttpContext http, Database database, CityContext city)
    {
        var readable = city.Readable(http.RequiredSignedIn());
        var oldest = await database.ReadAsync(s => UndecidedRequest.Oldest(s, Most));
        return TypedResults.Ok(oldest.FindAll(r => !r.Confidential || readable is null || readable.Contains(r.Accountable)));
    }

    private static async Task<Results<Ok<StateView>, ProblemHttpResult>> GroupAsync(long id, Merging asked, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => GroupRequests.Run(w, id, asked.Members ?? [], asked.Words, who, city))).Then<StateView>(StateView.Of).OkOr();
    }

    private static async Task<Results<Ok<StateView>, ProblemHttpResult>> CategoryAsync(
        long id, Categorizing asked, HttpContext http, Database database, CityContext city, CatalogueBook catalogue)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => DecideCategory.Run(w, id, asked.Category ?? "", who, city, catalogue.Present))).Then<StateView>(StateView.Of).OkOr();
    }
}
