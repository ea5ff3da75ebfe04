using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Requests.Catalogue;
using CityLoom.Requests.Desk;
using CityLoom.Requests.Intake;
using CityLoom.Web.Pages.Matters;
using CityLoom.Web.Pages.Requests;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>What the desk decides about requests that were filed: their category, and which of them are one.</summary>
internal static class CaseForms
{
    private static readonly Refusal Needed = new("form.category", "请选择类别。", "Choose a category.", 400);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/requests/undecided", DecideAsync);
        endpoints.MapPost("/requests/groups", GroupAsync);
    }

    private static async Task<IResult> DecideAsync(
        IFormCollection form, HttpContext http, Database database, CityContext city, CatalogueBook catalogue, MatterInWords words, Say say)
    {
        var who = http.RequiredSignedIn();
        var id = RequestBook.IdOf(MatterFields.Text(form, "request")) ?? 0;
        var outcome = CategoryField.Code(MatterFields.Text(form, "likely") ?? MatterFields.Text(form, "category"), city).Is(out var code, out var unknown)
            ? code.Length == 0 ? Needed : await database.WriteAsync(w => DecideCategory.Run(w, id, code, who, city, catalogue.Present))
            : unknown;
        return outcome.Is(out var matter, out var refusal)
            ? Said.Done(http, "/requests/undecided", say["undecided.done", ("number", matter.Number), ("category", words.Category(matter.Category)), ("who", words.Organization(matter.Offered ?? matter.Accountable))])
            : new Refused(refusal, form).Redraw<UndecidedPage>();
    }

    private static async Task<IResult> GroupAsync(IFormCollection form, HttpContext http, Database database, CityContext city, RelatedCases related, Say say)
    {
        var who = http.RequiredSignedIn();
        var lead = RequestBook.IdOf(MatterFields.Text(form, "lead")) ?? 0;
        long[] members = [.. form["members"].Select(RequestBook.IdOf).OfType<long>()];
        var outcome = await database.WriteAsync(w => GroupRequests.Run(w, lead, members, MatterFields.Text(form, "reason"), who, city));
        related.Forget();
        var back = MatterFields.Text(form, "back") ?? "/requests/groups";
        return outcome.Is(out var leading, out var refusal)
            ? Said.Done(http, back, say["groups.done", ("n", members.Length), ("number", leading.Number)])
            : back == "/requests/groups" ? new Refused(refusal, form).Redraw<GroupsPage>()
            : Said.Refused(http, back, refusal);
    }
}
