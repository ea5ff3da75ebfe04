using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Requests.Desk;
using CityLoom.Requests.Intake;
using CityLoom.Web.Pages.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>
/// The hotline desk: looks at a draft, files it, joins it to another. With the header <c>X-Fragment</c> the answer is the parts of the page
/// that change, for the desk's script; without it the whole page.
/// </summary>
internal sealed class DeskForms(Database database, CityContext city, RaiseRequest raise, LookAtDraft look)
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/requests", (IFormCollection form, HttpContext http, DeskForms desk) => desk.PostAsync(form, http));
        CaseForms.Map(endpoints);
    }

    private Task<IResult> PostAsync(IFormCollection form, HttpContext http)
    {
        var draft = CallDraft.Of(form);
        var act = form["act"].ToString();
        return CategoryField.Code(draft.Category, city).Is(out var category, out var unknown)
            ? act == "look" ? LookAsync(draft, category, http)
                : act.StartsWith("join:", StringComparison.Ordinal) ? JoinAsync(draft, category, act["join:".Length..], http)
                : FileAsync(draft, category, http)
            : RefuseAsync(draft, null, unknown, http);
    }

    private async Task<IResult> LookAsync(CallDraft draft, string category, HttpContext http)
    {
        var seen = await look.RunAsync(draft.ToRequest(OrNull(category)));
        return Is(http) ? Fragment(StatusCodes.Status200OK, draft, seen, null, null) : Page(StatusCodes.Status200OK, draft, seen, null, null);
    }

    private async Task<IResult> FileAsync(CallDraft draft, string category, HttpContext http)
    {
        var asked = Completed(draft.ToRequest(OrNull(category)), await look.RunAsync(draft.ToRequest(OrNull(category))));
        return (await raise.RunAsync(asked, http.RequiredSignedIn(), draft.Key)).Is(out var raised, out var refusal)
            ? Done(new CallMade(raised.Matter.Number, raised.Request.Code, raised.Matter.Offered ?? raised.Matter.Accountable, false, raised.Request.Service.Length == 0), http)
            : await RefuseAsync(draft, category, refusal, http);
    }

    private async Task<IResult> JoinAsync(CallDraft draft, string category, string number, HttpContext http)
    {
        var outcome = await database.WriteAsync(w => JoinRequest.Once(w, number, draft.Words, new Contact { Name = draft.Name, Phone = draft.Phone }, http.RequiredSignedIn(), draft.Key, city));
        return outcome.Is(out var joined, out var refusal)
            ? Done(new CallMade(joined.Matter.Number, joined.Code, joined.Matter.Handling ?? joined.Matter.Accountable, true, false), http)
            : await RefuseAsync(draft, category, refusal, http);
    }

    /// <summary>What the words already told is not asked for again: the place, and the category where the suggestion is sure.</summary>
    private static NewRequest Completed(NewRequest asked, DraftLook seen) => asked with
    {
        Territory = asked.Territory ?? (asked.Latitude is null && seen.Choices.Count == 0 ? seen.Place?.Territory : null),
        Service = asked.Service ?? (seen.Service.Length > 0 ? seen.Service : null),
        Undecided = asked.Undecided || (asked.Service is null && seen.Service.Length == 0),
    };

    private static IResult Done(CallMade made, HttpContext http) => Is(http)
        ? Fragment(StatusCodes.Status200OK, new CallDraft(), new DraftLook(), made, null)
        : Page(StatusCodes.Status200OK, new CallDraft(), null, made, null);

    private async Task<IResult> RefuseAsync(CallDraft draft, string? category, Refusal refusal, HttpContext http)
    {
        if (Is(http))
        {
            return Fragment(StatusCodes.Status422UnprocessableEntity, draft, null, null, refusal);
        }

        return Page(refusal.Status, draft, await look.RunAsync(draft.ToRequest(OrNull(category))), null, refusal);
    }

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool Is(HttpContext http) => http.Request.Headers.ContainsKey("X-Fragment");

    private static RazorComponentResult<DeskAnswer> Fragment(int status, CallDraft draft, DraftLook? seen, CallMade? made, Refusal? refusal) =>
        new(new { Draft = draft, Look = seen, Made = made, Refusal = refusal }) { StatusCode = status };

    private static IResult Page(int status, CallDraft draft, DraftLook? seen, CallMade? made, Refusal? refusal) =>
        Drawn.Page<DeskPage>(status, ("Draft", draft), ("Look", seen), ("Made", made), ("Refusal", refusal));
}
