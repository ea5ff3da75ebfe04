using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Requests.Catalogue;

/// <summary>What an import made.</summary>
/// <param name="Version">Number of the new version.</param>
/// <param name="Duties">How many lines.</param>
/// <param name="Offers">How many offers.</param>
/// <param name="Questions">How many questions.</param>
public sealed record ImportedCatalogue(int Version, int Duties, int Offers, int Questions);

/// <summary>The duty catalogue over HTTP.</summary>
internal static class CatalogueEndpoints
{
    private const string CsvType = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var catalogue = endpoints.MapGroup("/api/catalogue").WithTags("Catalogue");
        catalogue.MapGet("/{part}.csv", ExportAsync);
        catalogue.MapPost("/{part}.csv", ImportAsync).DisableAntiforgery();
        catalogue.MapGet("/review", Review);
        catalogue.MapGet("/route", RouteOf);
    }

    /// <summary>A version, the present one when none is named; the whole file as <see cref="ImportAsync"/> takes it back.</summary>
    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ExportAsync(string part, int? version, Database database, CatalogueBook book)
    {
        var catalogue = version is { } number ? await database.ReadAsync(s => CatalogueBook.Load(s, number)) : book.Present;
        return part switch
        {
            "duties" => TypedResults.Content(DutyFile.Write(catalogue.Duties), CsvType),
            "services" => TypedResults.Content(OfferFile.Write(catalogue.Offers), CsvType),
            "questions" => TypedResults.Content(QuestionFile.Write(catalogue.Questions), CsvType),
            _ => Problems.Of(Unknown),
        };
    }

    private static async Task<Results<Ok<ImportedCatalogue>, ProblemHttpResult>> ImportAsync(
        string part, string? note, HttpContext http, Database database, CatalogueBook book, CityContext city, CancellationToken cancel)
    {
        var who = http.RequiredSignedIn();
        using var reader = new StreamReader(http.Request.Body);
        using var text = new StringReader(await reader.ReadToEndAsync(cancel));
        var files = new CatalogueFiles(part == "duties" ? text : null, part == "services" ? text : null, part == "questions" ? text : null);
        if (!ImportCatalogue.Read(files, book.Reload(), city.Trees).Is(out var catalogue, out var refusal))
        {
            return Problems.Of(refusal);
        }

        var version = await database.WriteAsync(w => ImportCatalogue.Run(w, catalogue, city.Now, who.Actor, note));
        book.Reload();
        return TypedResults.Ok(new ImportedCatalogue(version, catalogue.Duties.Count, catalogue.Offers.Count, catalogue.Questions.Count));
    }

    private static Ok<CatalogueReview> Review(CatalogueBook book, CityContext city) => TypedResults.Ok(CatalogueReview.Of(book.Present, city.Trees));

    private static Results<Ok<Route>, ProblemHttpResult> RouteOf(string category, string territory, CatalogueBook book, CityContext city) =>
        book.Present.RouteOf(category, territory, city.Trees) is { } route ? TypedResults.Ok(route) : Problems.Of(Unknown);

    private static readonly Refusal Unknown = new("catalogue.unknown", "派单目录中没有这一部分；可用 duties、services、questions。", "The catalogue has no such part; use duties, services or questions.", 404);
}
