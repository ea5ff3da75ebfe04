using System.Text.Json;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Emergency.Incidents;

/// <summary>Which unit to send.</summary>
/// <param name="Unit">Code of the unit.</param>
public sealed record SendRequest(string Unit);

/// <summary>An incident with its matter, and the runs of units to it.</summary>
/// <param name="Number">What people call it.</param>
/// <param name="Title">One line.</param>
/// <param name="Incident">The incident.</param>
/// <param name="Runs">Units that were sent.</param>
public sealed record IncidentView(string Number, string Title, Incident Incident, IReadOnlyList<UnitRun> Runs);

/// <summary>Incidents and units over HTTP.</summary>
internal static class IncidentEndpoints
{
    private const int Size = 50;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var emergency = endpoints.MapGroup("/api/emergency").WithTags("Emergency");
        emergency.MapGet("/incidents", ListAsync);
        emergency.MapPost("/incidents", RaiseAsync);
        emergency.MapGet("/incidents/{id:long}", FindAsync);
        emergency.MapPost("/incidents/{id:long}/acts", ActAsync);
        emergency.MapGet("/incidents/{id:long}/recommendation", RecommendAsync);
        emergency.MapGet("/incidents/{id:long}/hospitals", HospitalsAsync);
        emergency.MapPost("/incidents/{id:long}/units", SendAsync);
        emergency.MapGet("/units", async (Database database) => TypedResults.Ok(await database.ReadAsync(UnitBook.All)));
        emergency.MapPost("/units/{code}/acts", UnitAsync);
        emergency.MapGet("/responses", ResponsesAsync);
    }

    private static async Task<Ok<List<Incident>>> ListAsync(int? page, Database database) =>
        TypedResults.Ok(await database.ReadAsync(s => IncidentBook.Page(s, Math.Clamp(page ?? 1, 1, 10_000), Size)));

    private static async Task<Results<Ok<Incident>, ProblemHttpResult>> RaiseAsync(
        NewIncident asked, HttpContext http, Database database, CityContext city, CityRegister register, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        var (who, rows, written) = (http.RequiredSignedIn(), register.Present, JsonSerializer.Serialize(asked, JournalBook.Json));
        return (await database.WriteAsync(w =>
        {
            var context = city.For(who);
            return Receipts.Once(w, key, who.Account, written, context.Now, () => RaiseIncident.Run(w, asked, context, city, rows).Then<long>(i => i.Id))
                .Then<Incident>(done => IncidentBook.Find(w, done.Subject)!);
        })).OkOr();
    }

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> FindAsync(long id, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        var found = await database.ReadAsync(s => IncidentBook.Find(s, id) is { } incident && MatterBook.Find(s, id) is { } matter && city.MayRead(who, matter)
            ? new IncidentView(matter.Number, matter.Title, incident, UnitBook.RunsOf(s, id)) : null);
        return found is null ? Problems.Of(EmergencyRefusals.UnknownIncident) : TypedResults.Ok(found);
    }

    private static async Task<Results<Ok<Incident>, ProblemHttpResult>> ActAsync(long id, IncidentActRequest request, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => ActOnIncident.Run(w, id, request, city.For(who)))).OkOr();
    }

    private static async Task<Results<Ok<Reach.Dispatch.UnitChoice>, ProblemHttpResult>> RecommendAsync(long id, Database database, CoverageBook book)
    {
        var (incident, standings) = await database.ReadAsync(s => (IncidentBook.Find(s, id), UnitBook.All(s)));
        return incident is null ? Problems.Of(EmergencyRefusals.UnknownIncident)
            : book.Present is not { } net ? Problems.Of(CoverageEndpoints.NoRoads)
            : RecommendUnit.Run(incident, standings, net).OkOr();
    }

    private static async Task<Results<Ok<Reach.Dispatch.HospitalChoice>, ProblemHttpResult>> HospitalsAsync(long id, int? grade, string? skill, Database database, CoverageBook book)
    {
        var (incident, standings) = await database.ReadAsync(s => (IncidentBook.Find(s, id), UnitBook.All(s)));
        return incident is null ? Problems.Of(EmergencyRefusals.UnknownIncident)
            : book.Present is not { } net ? Problems.Of(CoverageEndpoints.NoRoads)
            : RecommendHospital.Run(incident, grade ?? 2, skill, standings, net).OkOr();
    }

    private static async Task<Results<Ok<UnitStanding>, ProblemHttpResult>> SendAsync(
        long id, SendRequest request, HttpContext http, Database database, CityContext city, CityRegister register, CoverageBook book, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        var (who, rows) = (http.RequiredSignedIn(), register.Present);
        var foretold = await RecommendUnit.ForetellAsync(database, book.Present, id, request.Unit);
        return (await database.WriteAsync(w =>
        {
            var context = city.For(who);
            return Receipts.Once(w, key, who.Account, $"send {id} {request.Unit}", context.Now, () => SendUnit.Run(w, id, request.Unit, foretold, rows, context).Then<long>(u => u.Id))
                .Then<UnitStanding>(_ => UnitBook.Find(w, request.Unit)!);
        })).OkOr();
    }

    private static async Task<Results<Ok<UnitStanding>, ProblemHttpResult>> UnitAsync(
        string code, UnitActRequest request, HttpContext http, Database database, CityContext city, CityRegister register)
    {
        var (who, rows) = (http.RequiredSignedIn(), register.Present);
        return (await database.WriteAsync(w => ActOnUnit.Run(w, code, request, rows, city.For(who)))).OkOr();
    }

    /// <summary>The split clock by district over the last days, 30 when not stated.</summary>
    private static async Task<Ok<IReadOnlyList<ResponseRow>>> ResponsesAsync(int? days, Database database, CityContext city, CityRegister register)
    {
        var since = city.Now - TimeSpan.FromDays(Math.Clamp(days ?? 30, 1, 366));
        return TypedResults.Ok(ResponseFigures.Of(await database.ReadAsync(s => UnitBook.RunsSince(s, since)), city.Territories, register.Present.Standard));
    }
}
