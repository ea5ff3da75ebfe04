using System.Text;
using System.Text.Json;
using CityLoom.City;
using CityLoom.City.Export;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Emergency.Plans;

/// <summary>Plans, responses and drills over HTTP.</summary>
internal static class PlanEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var plans = endpoints.MapGroup("/api/emergency/plans").WithTags("Plans");
        plans.MapGet("", ListAsync);
        plans.MapPost("", ImportAsync).Accepts<Plan>("application/json");
        plans.MapGet("/{code}", ExportAsync);
        plans.MapGet("/{code}/tasks.{format}", TasksAsync);
        plans.MapPost("/{code}/tasks", ImportTasksAsync).DisableAntiforgery();
        plans.MapPost("/{code}/activations", ActivateAsync);
        var activations = endpoints.MapGroup("/api/emergency/activations").WithTags("Plans");
        activations.MapGet("", ActivationsAsync);
        activations.MapGet("/{id:long}", BoardAsync);
        activations.MapPost("/{id:long}/level", LevelAsync);
        activations.MapPost("/{id:long}/situations", SituationAsync);
        activations.MapPost("/{id:long}/end", EndAsync);
        activations.MapGet("/{id:long}/review", ReviewAsync);
        activations.MapPost("/{id:long}/conclusions", ConcludeAsync);
    }

    private static async Task<Ok<List<PlanHead>>> ListAsync(Database database) => TypedResults.Ok(await database.ReadAsync(PlanBook.All));

    private static async Task<Results<Created<PlanHead>, Ok<PlanHead>, ProblemHttpResult>> ImportAsync(
        HttpContext http, Database database, CityContext city, CancellationToken cancel)
    {
        using var reader = new StreamReader(http.Request.Body);
        var json = await reader.ReadToEndAsync(cancel);
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => ImportPlan.Run(w, json, who, city));
        return !outcome.Is(out var done, out var refusal) ? Problems.Of(refusal)
            : done.Changed ? TypedResults.Created($"/api/emergency/plans/{done.Plan.Code}", done.Plan)
            : TypedResults.Ok(done.Plan);
    }

    /// <summary>A plan as its file, the present version or an earlier one.</summary>
    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ExportAsync(string code, int? version, Database database)
    {
        var plan = await database.ReadAsync(s => PlanBook.Find(s, code) is { } head ? PlanBook.Read(s, head.Id, version ?? head.Version) : null);
        return plan is null ? Problems.Of(PlanRefusals.Unknown) : TypedResults.Content(PlanCheck.Write(plan), "application/json", Encoding.UTF8);
    }

    /// <summary>The tasks of the version in force as XLSX or CSV.</summary>
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> TasksAsync(string code, string format, Database database)
    {
        var plan = await database.ReadAsync(s => PlanBook.Find(s, code) is { } head ? PlanBook.Read(s, head.Id, head.Version) : null);
        return plan is null || !SheetFile.Formats.Contains(format) ? Problems.Of(PlanRefusals.Unknown) : SheetFile.Of(PlanTaskSheet.Of(plan), format, $"{code}-tasks");
    }

    private static async Task<Results<Ok<PlanHead>, ProblemHttpResult>> ImportTasksAsync(string code, HttpContext http, Database database, CityContext city, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancel);
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => PlanTaskSheet.Import(w, code, "tasks", body.ToArray(), who, city))).Then<PlanHead>(done => done.Plan).OkOr();
    }

    private static async Task<Results<Created<BoardView>, Ok<BoardView>, ProblemHttpResult>> ActivateAsync(
        string code, NewActivation asked, HttpContext http, Database database, CityContext city, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        var who = http.RequiredSignedIn();
        var written = $"{code} {JsonSerializer.Serialize(asked, JournalBook.Json)}";
        var outcome = await database.WriteAsync(w =>
        {
            var now = false;
            return Receipts.Once(w, key, who.Account, written, city.Now, () => ActivatePlan.Run(w, code, asked, who, city).Then<long>(done =>
                {
                    now = done.Now;
                    return done.Activation.Id;
                }))
                .Then<(BoardView View, bool Now)>(done => (BoardView.Of(w, ActivationBook.Find(w, done.Subject)!, city.Now), now));
        });
        return !outcome.Is(out var made, out var refusal) ? Problems.Of(refusal)
            : made.Now ? TypedResults.Created($"/api/emergency/activations/{made.View.Activation.Id}", made.View)
            : TypedResults.Ok(made.View);
    }

    private static async Task<Ok<List<Activation>>> ActivationsAsync(bool? drill, int? page, Database database) =>
        TypedResults.Ok(await database.ReadAsync(s => ActivationBook.List(s, drill ?? false, page ?? 1, PageSize)));

    private static async Task<Results<Ok<BoardView>, ProblemHttpResult>> BoardAsync(long id, Database database, CityContext city)
    {
        var view = await database.ReadAsync(s => ActivationBook.Find(s, id) is { } activation ? BoardView.Of(s, activation, city.Now) : null);
        return view is null ? Problems.Of(PlanRefusals.NoActivation) : TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<BoardView>, ProblemHttpResult>> LevelAsync(long id, LevelChange asked, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => ChangeLevel.Run(w, id, asked.Level, asked.Reason, who, city)
            .Then<BoardView>(done => BoardView.Of(w, done.Activation, city.Now)))).OkOr();
    }

    private static async Task<Results<Ok<Situation>, ProblemHttpResult>> SituationAsync(long id, Words asked, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => WriteSituation.Run(w, id, asked.Text, who, city))).OkOr();
    }

    private static async Task<Results<Ok<Activation>, ProblemHttpResult>> EndAsync(long id, Words asked, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => EndActivation.Run(w, id, asked.Text, who, city))).OkOr();
    }

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> ReviewAsync(long id, Database database)
    {
        var view = await database.ReadAsync(s => ActivationBook.Find(s, id) is { } activation ? ReviewView.Of(s, activation) : null);
        return view is null ? Problems.Of(PlanRefusals.NoActivation)
            : view.Activation.EndedAt is null ? Problems.Of(PlanRefusals.StillOn)
            : TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<Conclusion>, ProblemHttpResult>> ConcludeAsync(long id, NewConclusion asked, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => ConcludeReview.Run(w, id, asked, who, city))).OkOr();
    }
}
