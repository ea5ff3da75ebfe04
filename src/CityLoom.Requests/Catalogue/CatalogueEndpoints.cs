using CityLoom.City;
using CityLoom.City.Export;
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
        catalogue.MapGet("/{part}.xlsx", ExportSheetAsync);
        catalogue.MapPost("/{part}.xlsx", ImportSheetAsync).DisableAntiforgery();
        catalogue.MapGet("/review", Review);
        catalogue.MapGet("/route", RouteOf);
    }

    /// <summary>A version, the present one when none is named; the whole file as <see cref="ImportAsync"/> takes it back.</summary>
    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ExportAsync(string part, int? version, Database database, CatalogueBook book) =>
        await FileAsync(part, version, database, book) is { } csv ? TypedResults.Content(csv, CsvType) : Problems.Of(Unknown);

    /// <summary>The same as a spreadsheet.</summary>
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportSheetAsync(string part, int? version, Database database, CatalogueBook book) =>
        await FileAsync(part, version, database, book) is { } csv
            ? SheetFile.Of(CatalogueSheet.Of($"派单目录 {part} ({version ?? book.Present.Version})", csv), "xlsx", part)
            : Problems.Of(Unknown);

    private static async Task<string?> FileAsync(string part, int? version, Database database, CatalogueBook book)
    {
        var catalogue = version is { } number ? await database.ReadAsync(s => CatalogueBook.Load(s, number)) : book.Present;
        return part switch
        {
            "duties" => DutyFile.Write(catalogue.Duties),
            "services" => OfferFile.Write(catalogue.Offers),
            "questions" => QuestionFile.Write(catalogue.Questions),
            _ => null,
        };
    }

    private static async Task<Results<Ok<ImportedCatalogue>, ProblemHttpResult>> ImportAsync(
        string part, string? note, HttpContext http, Database database, CatalogueBook book, CityContext city, CancellationToken cancel)
    {
        using var reader = new StreamReader(http.Request.Body);
        return await TakeAsync(part, await reader.ReadToEndAsync(cancel), note, http, database, book, city);
    }

    private static async Task<Results<Ok<ImportedCatalogue>, ProblemHttpResult>> ImportSheetAsync(
        string part, string? note, HttpContext http, Database database, CatalogueBook book, CityContext city, CancellationToken cancel)
    {
        using var workbook = new MemoryStream();
        await http.Request.Body.CopyToAsync(workbook, cancel);
        workbook.Position = 0;
        return CatalogueSheet.ToCsv(workbook).Is(out var csv, out var refusal) ? await TakeAsync(part, csv, note, http, database, book, city) : Problems.Of(refusal);
    }

    private static async Task<Results<Ok<ImportedCatalogue>, ProblemHttpResult>> TakeAsync(
        string part, string csv, string? note, HttpContext http, Database database, CatalogueBook book, CityContext city)
    {
        var who = http.RequiredSignedIn();
        using var text = new StringReader(csv);
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
