using CityLoom.City;
using CityLoom.City.Feeds;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Emergency.Roster;

/// <summary>A hand-over note as a program sends it.</summary>
/// <param name="Post">Code of the post.</param>
/// <param name="Words">What is handed over.</param>
public sealed record NewHandover(string Post, string? Words);

/// <summary>An answer to a swap.</summary>
/// <param name="Accept">True to accept it.</param>
public sealed record SwapAnswer(bool Accept);

/// <summary>The roster of some days, and what is wrong with it.</summary>
/// <param name="Posts">The posts.</param>
/// <param name="Shifts">The shifts.</param>
/// <param name="Wanted">How many each post wants.</param>
/// <param name="Gaps">Where fewer are on duty.</param>
/// <param name="Doubles">Who is on two shifts at once.</param>
/// <param name="Waiting">Swaps that wait.</param>
public sealed record RosterView(
    IReadOnlyList<DutyPost> Posts, IReadOnlyList<Shift> Shifts, IReadOnlyDictionary<string, int> Wanted, IReadOnlyList<CoverageGap> Gaps,
    IReadOnlyList<DoubleBooking> Doubles, IReadOnlyList<Swap> Waiting)
{
    /// <summary>The roster between two instants.</summary>
    public static RosterView Of(Session session, DateTimeOffset from, DateTimeOffset until)
    {
        var shifts = RosterBook.Shifts(session, from, until);
        var wanted = RosterBook.Wanted(session);
        return new RosterView(RosterBook.Posts(session), shifts, wanted, CheckCoverage.Gaps(shifts, wanted, from, until), CheckCoverage.Doubles(shifts), RosterBook.Waiting(session));
    }
}

/// <summary>The duty roster over HTTP.</summary>
internal static class RosterEndpoints
{
    private const int MostDays = 62;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var roster = endpoints.MapGroup("/api/emergency/roster").WithTags("Roster");
        roster.MapGet("", RosterAsync);
        roster.MapGet("/now", NowAsync);
        roster.MapPost("/posts", async (DutyPost asked, HttpContext http, Database database, CityContext city) =>
            (await database.WriteAsync(w => KeepRoster.Post(w, asked, http.RequiredSignedIn(), city))).OkOr());
        roster.MapPost("/shifts", async (List<NewShift> asked, HttpContext http, Database database, CityContext city) =>
            (await database.WriteAsync(w => KeepRoster.Plan(w, asked, http.RequiredSignedIn(), city))).OkOr());
        roster.MapPost("/shifts/{id:long}/removal", async (long id, HttpContext http, Database database, CityContext city) =>
            (await database.WriteAsync(w => KeepRoster.Drop(w, id, http.RequiredSignedIn(), city))).OkOr());
        roster.MapPost("/swaps", async (NewSwap asked, HttpContext http, Database database, CityContext city) =>
            (await database.WriteAsync(w => SwapShifts.Ask(w, asked, http.RequiredSignedIn(), city))).OkOr());
        roster.MapPost("/swaps/{id:long}/answer", async (long id, SwapAnswer asked, HttpContext http, Database database, CityContext city) =>
            (await database.WriteAsync(w => SwapShifts.Answer(w, id, asked.Accept, http.RequiredSignedIn(), city))).OkOr());
        roster.MapPost("/handovers", async (NewHandover asked, HttpContext http, Database database, CityContext city) =>
            (await database.WriteAsync(w => KeepRoster.HandOver(w, asked.Post, asked.Words, http.RequiredSignedIn(), city))).OkOr());
        endpoints.MapGet("/feeds/{secret}/roster.ics", FeedAsync).WithTags("Roster");
    }

    private static async Task<Ok<RosterView>> RosterAsync(DateOnly? from, int? days, Database database, CityContext city)
    {
        var start = city.Clock.Instant((from ?? city.Clock.Today).ToDateTime(TimeOnly.MinValue));
        return TypedResults.Ok(await database.ReadAsync(s => RosterView.Of(s, start, start.AddDays(Math.Clamp(days ?? 14, 1, MostDays)))));
    }

    private static async Task<Ok<List<Shift>>> NowAsync(Database database, CityContext city) =>
        TypedResults.Ok(await database.ReadAsync(s => RosterBook.Shifts(s, city.Now, city.Now.AddMilliseconds(1))));

    /// <summary>The duty of a feed's organization and those below it; whoever knows the secret address may read it, as with due dates.</summary>
    private static async Task<Results<ContentHttpResult, NotFound>> FeedAsync(string secret, Database database, CityContext city)
    {
        var text = await database.ReadAsync(s =>
        {
            if (FeedBook.BySecret(s, secret) is not { } feed)
            {
                return null;
            }

            var own = city.Below([feed.Organization]);
            var posts = RosterBook.Posts(s).Where(p => own.Contains(p.Organization)).ToDictionary(p => p.Code);
            var shifts = RosterBook.Shifts(s, city.Now.AddDays(-7), city.Now.AddDays(MostDays)).Where(r => posts.ContainsKey(r.Post));
            return RosterCalendar.Write(shifts, posts, city, System.Globalization.CultureInfo.CurrentUICulture.Name);
        });
        return text is null ? TypedResults.NotFound() : TypedResults.Content(text, DueCalendar.MediaType);
    }
}
