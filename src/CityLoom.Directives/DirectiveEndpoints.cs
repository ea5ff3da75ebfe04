using CityLoom.City;
using CityLoom.Directives.Import;
using CityLoom.Directives.Publish;
using CityLoom.Directives.Review;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Directives;

/// <summary>Directives over HTTP.</summary>
internal static class DirectiveEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var directives = endpoints.MapGroup("/api/directives").WithTags("Directives");
        directives.MapGet("", ListAsync);
        directives.MapPost("", ImportAsync).DisableAntiforgery();
        directives.MapGet("/{id:long}", FindAsync);
        directives.MapPost("/{id:long}/review", ReviewAsync);
        directives.MapPost("/{id:long}/undo", UndoAsync);
        directives.MapGet("/{id:long}/publication", PreviewAsync);
        directives.MapPost("/{id:long}/publication", PublishAsync);
    }

    private static async Task<Ok<List<DirectiveSummary>>> ListAsync(Database database, CityContext city) =>
        TypedResults.Ok(await database.ReadAsync(s => DirectiveBook.All(s, city.Now)));

    private static async Task<Results<Ok<Directive>, ProblemHttpResult>> ImportAsync(
        string name, string? organization, HttpContext http, Database database, CityContext city, CancellationToken cancel)
    {
        var who = http.RequiredSignedIn();
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, cancel);
        var desk = organization ?? who.Organization!;
        return city.Organizations.Find(desk) is null
            ? Problems.Of(DirectiveRefusals.OwnerUnknown)
            : !Reviewers.May(who, desk, city.Organizations)
            ? Problems.Of(DirectiveRefusals.NotYours)
            : (await ImportDirective.RunAsync(database, city, who, desk, file.GetBuffer().AsMemory(0, (int)file.Length), name)).OkOr();
    }

    private static async Task<Results<Ok<DirectiveView>, ProblemHttpResult>> FindAsync(long id, Database database, CityContext city) =>
        await database.ReadAsync(s => DirectiveView.Find(s, id, city)) is { } view ? TypedResults.Ok(view) : Problems.Of(DirectiveRefusals.Unknown);

    private static async Task<Results<Ok<IReadOnlyList<ReviewedMeasure>>, ProblemHttpResult>> ReviewAsync(
        long id, ReviewRequest request, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => ReviewDirective.Run(w, id, request, who, city))).OkOr();
    }

    private static async Task<Results<Ok<IReadOnlyList<ReviewedMeasure>>, ProblemHttpResult>> UndoAsync(
        long id, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => ReviewDirective.Undo(w, id, who, city))).OkOr();
    }

    private static async Task<Ok<Publication>> PreviewAsync(long id, Database database) =>
        TypedResults.Ok(await database.ReadAsync(s => Publication.Of(DirectiveBook.MeasuresOf(s, id))));

    private static async Task<Results<Ok<Publication>, ProblemHttpResult>> PublishAsync(long id, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => PublishDirective.Run(w, id, who, city))).OkOr();
    }
}
