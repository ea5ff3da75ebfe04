using System.Text;
using CityLoom.City;
using CityLoom.Directives;
using CityLoom.Directives.Import;
using CityLoom.Directives.Publish;
using CityLoom.Directives.Review;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Directives;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>Importing a directive, accepting together, publishing.</summary>
internal static class DirectiveForms
{
    private const int MostMegabytes = 20;

    private static readonly Refusal Nothing = new(
        "directive.nothing", "还没有内容；请粘贴文件全文，或选择一个文件。", "There is nothing yet; paste the text or choose a file.", 400);

    private static readonly Refusal Both = new(
        "directive.both", "既选了文件，又粘贴了文字；请只留一样。", "There is a file and a pasted text; keep one of them.", 400);

    private static readonly Refusal TooLarge = new(
        "directive.too-large", $"文件超过 {MostMegabytes} MB；请拆分，或另存为文本后再导入。", $"The file is over {MostMegabytes} MB; split it or save it as text.", 413);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/directives/new", ImportAsync);
        endpoints.MapPost("/directives/{id:long}/accept-stated", AcceptStatedAsync);
        endpoints.MapPost("/directives/{id:long}/publish", PublishAsync);
        ReviewForms.Map(endpoints);
    }

    private static async Task<IResult> ImportAsync(
        IFormFile? file, [FromForm] string? text, HttpContext http, Database database, CityContext city, Say say, CancellationToken cancel)
    {
        var pasted = !string.IsNullOrWhiteSpace(text);
        var refusal = file is null && !pasted ? Nothing : file is not null && pasted ? Both : file?.Length > MostMegabytes * 1_000_000L ? TooLarge : null;
        if (refusal is not null)
        {
            return Again(http, refusal, text, say);
        }

        var bytes = file is null ? Encoding.UTF8.GetBytes(text!) : await BytesAsync(file, cancel);
        var who = http.RequiredSignedIn();
        var began = city.Now;
        var imported = await ImportDirective.RunAsync(database, city, who, who.Organization!, bytes, file?.FileName ?? say["import.pasted"]);
        if (!imported.Is(out var directive, out refusal))
        {
            return Again(http, refusal, text, say);
        }

        var path = ReviewDrawing.BaseOf(directive.Id) + (directive.Status == DirectiveStatus.Published ? "" : "/review");
        return directive.ImportedAt < began
            ? Said.Done(http, path, say["import.known", ("date", say.Civil(directive.ImportedAt))])
            : Results.LocalRedirect(path);
    }

    /// <summary>The page again with what was typed and why it was refused; a redirect would lose a long text.</summary>
    private static RazorComponentResult<App> Again(HttpContext http, Refusal refusal, string? text, Say say)
    {
        http.Items[typeof(ImportDraft)] = new ImportDraft(text, refusal.In(say.Language.Tag()));
        return new RazorComponentResult<App> { StatusCode = refusal.Status };
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private static async Task<IResult> AcceptStatedAsync(long id, IFormCollection _, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var path = ReviewDrawing.BaseOf(id) + "/review";
        var accepted = await database.WriteAsync(w => AcceptStated.Run(w, id, who, city));
        return accepted.Is(out var count, out var refusal)
            ? Said.Done(http, path, say["review.accepted-stated", ("n", count)])
            : Said.Refused(http, path, refusal);
    }

    private static async Task<IResult> PublishAsync(long id, IFormCollection _, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var published = await database.WriteAsync(w => PublishDirective.Run(w, id, who, city));
        return published.Is(out var made, out var refusal)
            ? Said.Done(http, ReviewDrawing.BaseOf(id), say["publish.done", ("n", made.Matters), ("units", made.ByOrganization.Count)])
            : Said.Refused(http, ReviewDrawing.BaseOf(id) + "/publish", refusal);
    }
}

/// <summary>What was typed into the import form and why it was refused.</summary>
internal sealed record ImportDraft(string? Text, string Error);
