using CityLoom.City;
using CityLoom.City.Feeds;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Matters;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>Making and revoking calendar feeds.</summary>
internal static class FeedForms
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/matters/calendar", MakeAsync);
        endpoints.MapPost("/matters/calendar/{id:long}/revocation", RevokeAsync);
    }

    private static async Task<IResult> MakeAsync(IFormCollection form, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => FeedBook.Make(w, MatterFields.Text(form, "organization") ?? "", MatterFields.Text(form, "label") ?? "", who, city));
        return outcome.Is(out var made, out var refusal)
            ? Drawn.Page<CalendarFeedsPage>(StatusCodes.Status200OK, ("Made", $"{http.Request.Scheme}://{http.Request.Host}{made.Path}"))
            : new Refused(refusal, form).Redraw<CalendarFeedsPage>();
    }

    private static async Task<IResult> RevokeAsync(long id, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => FeedBook.Revoke(w, id, who, city));
        return outcome.Refusal is { } refusal
            ? Said.Refused(http, "/matters/calendar", refusal)
            : Said.Done(http, "/matters/calendar", say["feed.revoked"]);
    }
}
