using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Jobs;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.City.Administration;

/// <summary>What administrators keep and auditors look at, over HTTP.</summary>
internal static class AdminEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var admin = endpoints.MapGroup("/api").WithTags("Administration");
        admin.MapGet("/territories", (string? parent, CityContext city) => TypedResults.Ok(Children(parent, city)));
        admin.MapGet("/organizations", (CityContext city) => TypedResults.Ok(city.Organizations.All));
        admin.MapGet("/categories", (CityContext city) => TypedResults.Ok(city.Trees.Categories.All));
        admin.MapGet("/calendar", Calendar);
        admin.MapPost("/calendar/preview", PreviewAsync).DisableAntiforgery();
        admin.MapPost("/calendar", ImportAsync).DisableAntiforgery();
        admin.MapGet("/accounts", async (Database database) => TypedResults.Ok(await database.ReadAsync(AccountStanding.All)));
        admin.MapPost("/accounts", AddAsync);
        admin.MapPost("/accounts/{name}/grants", (string name, Grant grant, [AsParameters] AccountDesk desk) => desk.GrantAsync(name, grant));
        admin.MapPost("/accounts/{name}/revocations", (string name, Grant grant, [AsParameters] AccountDesk desk) => desk.RevokeAsync(name, grant));
        admin.MapPost("/accounts/{name}/lock", (string name, bool locked, [AsParameters] AccountDesk desk) => desk.LockAsync(name, locked));
        admin.MapPost("/accounts/{name}/password", (string name, [AsParameters] AccountDesk desk) => desk.ResetAsync(name));
        admin.MapGet("/journal", JournalAsync);
        admin.MapGet("/journal/state", async (Database database) => TypedResults.Ok(await database.ReadAsync(JournalState.Find)));
        admin.MapGet("/jobs", async (Database database) => TypedResults.Ok(await database.ReadAsync(JobBook.All)));
        admin.MapPost("/jobs/{name}/run", RunAsync);
    }

    private static IReadOnlyList<Territory> Children(string? parent, CityContext city) =>
        parent is null ? city.Territories.Roots : city.Territories.Children(parent);

    private static Ok<CalendarView> Calendar(CityContext city) => TypedResults.Ok(CalendarView.Of(city.Time.Calendar));

    private static async Task<Results<Ok<NoticePreview>, ProblemHttpResult>> PreviewAsync(HttpContext http, Database database, CityContext city, CancellationToken cancel)
    {
        var read = ReadNotice.From(await BodyAsync(http, cancel));
        return read.Is(out var days, out var refusal) ? TypedResults.Ok(await database.ReadAsync(s => PreviewNotice.Run(s, days, city), cancel)) : Problems.Of(refusal);
    }

    private static async Task<Results<Ok<ImportedNotice>, ProblemHttpResult>> ImportAsync(
        HttpContext http, Database database, CalendarBook calendar, CityContext city, CancellationToken cancel)
    {
        var who = http.RequiredSignedIn();
        var read = ReadNotice.From(await BodyAsync(http, cancel));
        return read.Is(out var days, out var refusal)
            ? TypedResults.Ok(await ImportedNotice.TakeAsync(database, calendar, city, who.Actor, days, cancel))
            : Problems.Of(refusal);
    }

    private static async Task<Results<Ok<AccountStanding>, ProblemHttpResult>> AddAsync(NewAccount asked, [AsParameters] AccountDesk desk) => await desk.AddAsync(asked);

    private static async Task<Ok<List<JournalLineOfAll>>> JournalAsync(string? subject, long? before, int? limit, Database database) =>
        TypedResults.Ok((await database.ReadAsync(s => JournalBook.Recent(s, subject, before, limit ?? 50))).ConvertAll(JournalLineOfAll.Of));

    private static async Task<Results<Accepted, NotFound>> RunAsync(string name, Database database) =>
        await database.WriteAsync(w => JobBook.Hasten(w, name)) ? TypedResults.Accepted("/api/jobs") : TypedResults.NotFound();

    private static async Task<string> BodyAsync(HttpContext http, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancel);
        return ReadNotice.Text(body.GetBuffer().AsSpan(0, (int)body.Length));
    }
}
