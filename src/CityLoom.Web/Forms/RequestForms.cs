using CityLoom.City;
using CityLoom.City.Territories;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Desk;
using CityLoom.Requests.Intake;
using CityLoom.Requests.Understanding;
using CityLoom.Web.Pages.Public;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>The two steps in which a resident reports something. Whatever is refused comes back with all that was typed.</summary>
internal sealed class RequestForms(
    Database database, CityContext city, RaiseRequest raise, TakePhoto take, SuggestCategory suggest, OpenRequests open, FormStamps stamps, IntakeLimits limits)
{
    private static readonly Refusal Nowhere = new(
        "request.place", "没找到这个地点。请在下面选一个，或换一种写法。", "That place was not found. Choose one below or write it another way.", 400);

    private static readonly Refusal Changed = new(
        "request.changed", "这份表单已经提交过，之后内容有改动。要作为新的诉求提交，请再按一次。", "This form was sent before and has changed since. Send it once more to make a new report of it.", 409);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/report", (IFormCollection form, HttpContext http, RequestForms forms, Say say, CancellationToken cancel) => forms.ReportAsync(form, http, say.Language.Code(), cancel));
        FollowForms.Map(endpoints);
    }

    private async Task<IResult> ReportAsync(IFormCollection form, HttpContext http, string language, CancellationToken cancel)
    {
        var draft = ReportDraft.Of(form);
        var act = form["act"].ToString();
        if (act == "back")
        {
            return First(draft, null);
        }

        if (act is not "send" && !act.StartsWith("join:", StringComparison.Ordinal))
        {
            (draft, var wrong) = await TakePhotosAsync(draft, form, http, cancel);
            if (wrong is not null)
            {
                return First(draft, wrong);
            }
        }

        if (!raise.Prepare(draft.ToRequest(language) with { Service = null, Undecided = false }).Is(out var prepared, out var refusal))
        {
            return First(draft, refusal);
        }

        if (prepared.Place.Point is null && city.Territories.Find(prepared.Place.Territory) is not { Level: > TerritoryLevel.City })
        {
            return First(draft, Nowhere);
        }

        return act == "send" ? await SendAsync(draft, prepared.Place, form["website"], http, language)
            : act.StartsWith("join:", StringComparison.Ordinal) ? await JoinAsync(draft, prepared.Place, act["join:".Length..], http)
            : await SecondAsync(draft, prepared.Place, null);
    }

    private async Task<IResult> SendAsync(ReportDraft draft, Place place, string? trap, HttpContext http, string language)
    {
        if (stamps.Refuse(draft.Stamp, trap) is { } machine)
        {
            return await SecondAsync(machine.Code == "request.stale" ? draft with { Stamp = null } : draft, place, machine);
        }

        if (limits.RefuseRequest(VisitorAddress.Of(http)) is { } tooMany)
        {
            return await SecondAsync(draft, place, tooMany);
        }

        var outcome = await raise.RunAsync(draft.ToRequest(language), null, draft.Key);
        return outcome.Is(out var raised, out var refusal)
            ? FollowForms.Made(raised.Matter.Number, raised.Request.Code)
            : await SecondAsync(
                refusal.Status == StatusCodes.Status409Conflict ? draft with { Stamp = null } : draft, place,
                refusal.Status == StatusCodes.Status409Conflict ? Changed : refusal);
    }

    private async Task<IResult> JoinAsync(ReportDraft draft, Place place, string number, HttpContext http)
    {
        if (limits.RefuseRequest(VisitorAddress.Of(http)) is { } tooMany)
        {
            return await SecondAsync(draft, place, tooMany);
        }

        var contact = new Contact { Name = draft.Name, Phone = draft.Phone };
        var words = draft.Words?.Length > 1_000 ? draft.Words[..1_000] : draft.Words;
        var joined = await database.WriteAsync(w => JoinRequest.Run(w, number, words, contact, city));
        return joined.Is(out var code, out var refusal) ? FollowForms.Made(number, code) : await SecondAsync(draft, place, refusal);
    }

    /// <summary>The draft with the photos that came along, as far as they can be read.</summary>
    private async Task<(ReportDraft Draft, Refusal? Refusal)> TakePhotosAsync(ReportDraft draft, IFormCollection form, HttpContext http, CancellationToken cancel)
    {
        var sent = form.Files.GetFiles("photo").Where(f => f.Length > 0).ToList();
        if (sent.Count > 0 && limits.RefuseRequest(VisitorAddress.Of(http)) is { } tooMany)
        {
            return (draft, tooMany);
        }

        foreach (var file in sent.Take(Math.Max(0, NewRequest.MostPhotos - draft.Photos.Count)))
        {
            using var content = file.OpenReadStream();
            if (!(await take.RunAsync(content, cancel)).Is(out var photo, out var refusal))
            {
                return (draft, refusal);
            }

            draft = draft with { Photos = [.. draft.Photos.Append(photo.Hash).Distinct()] };
        }

        return (draft, null);
    }

    private IResult First(ReportDraft draft, Refusal? refusal) => Drawn.Public<ReportPage>(
        refusal?.Status ?? StatusCodes.Status200OK,
        ("Draft", draft), ("Refusal", refusal),
        ("Choices", ReferenceEquals(refusal, Nowhere) || draft.Territory is not null ? FindPlaces.Of(draft.Place, city.Territories) : []));

    private async Task<IResult> SecondAsync(ReportDraft draft, Place place, Refusal? refusal) => Drawn.Public<ReportDetails>(
        refusal?.Status ?? StatusCodes.Status200OK,
        ("Draft", draft), ("Refusal", refusal), ("View", await ReportView.Of(draft, place, database, city, suggest, open)));
}
