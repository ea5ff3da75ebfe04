using System.Globalization;
using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.City.Feeds;

/// <summary>What a feed is wanted for.</summary>
public sealed record NewFeed
{
    /// <summary>Code of the organization.</summary>
    public required string Organization { get; init; }

    /// <summary>What it is for.</summary>
    public required string Label { get; init; }
}

/// <summary>Calendar feeds over HTTP.</summary>
internal static class FeedEndpoints
{
    private const int MostEvents = 5_000;
    private static readonly TimeSpan Past = TimeSpan.FromDays(90);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/feeds/{secret}.ics", ReadAsync).WithTags("Feeds");
        endpoints.MapGet("/api/feeds", ListAsync).WithTags("Feeds");
        endpoints.MapPost("/api/feeds", MakeAsync).WithTags("Feeds");
        endpoints.MapPost("/api/feeds/{id:long}/revocation", RevokeAsync).WithTags("Feeds");
    }

    /// <summary>The due dates of the open matters of an organization; nothing confidential, and not a word to whoever has no valid address.</summary>
    private static async Task<Results<ContentHttpResult, NotFound>> ReadAsync(string secret, HttpContext http, Database database, CityContext city)
    {
        if (await database.ReadAsync(s => FeedBook.BySecret(s, secret)) is not { } feed || city.Organizations.Find(feed.Organization) is not { } organization)
        {
            return TypedResults.NotFound();
        }

        if (feed.ReadAt is null || city.Now - feed.ReadAt > TimeSpan.FromDays(1))
        {
            await database.WriteAsync(w => FeedBook.Note(w, feed.Id, city.Now));
        }

        var language = CultureInfo.CurrentUICulture.Name;
        var filter = new MatterFilter { Parties = city.Below([feed.Organization]), Open = true, DueFrom = city.Now - Past, MayRead = [] };
        var matters = await database.ReadAsync(s => MatterSearch.All(s, filter, city.Now, MostEvents));
        var name = new Bilingual($"{organization.ShortName} 到期事项", $"{organization.EnglishName}: due dates").In(language);
        http.Response.Headers.CacheControl = "private, max-age=300";
        return TypedResults.Text(DueCalendar.Write(name, matters, $"{http.Request.Scheme}://{http.Request.Host}", city, language), DueCalendar.MediaType);
    }

    private static async Task<Ok<List<CalendarFeed>>> ListAsync(HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return TypedResults.Ok(await database.ReadAsync(s => FeedBook.Of(s, who, city)));
    }

    private static async Task<Results<Ok<MadeFeed>, ProblemHttpResult>> MakeAsync(NewFeed asked, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => FeedBook.Make(w, asked.Organization, asked.Label, who, city))).OkOr();
    }

    private static async Task<Results<Ok<CalendarFeed>, ProblemHttpResult>> RevokeAsync(long id, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => FeedBook.Revoke(w, id, who, city))).OkOr();
    }
}
