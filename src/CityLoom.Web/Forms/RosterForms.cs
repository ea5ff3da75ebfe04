using System.Globalization;
using CityLoom.City;
using CityLoom.Emergency.Roster;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Command;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>Planning shifts, swapping them, handing over.</summary>
internal static class RosterForms
{
    private const string Page = "/emergency/roster";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Page, PlanAsync);
        endpoints.MapPost(Page + "/shifts/{id:long}/removal", DropAsync);
        endpoints.MapPost(Page + "/swaps", SwapAsync);
        endpoints.MapPost(Page + "/swaps/{id:long}/answer", AnswerAsync);
        endpoints.MapPost(Page + "/handovers", HandOverAsync);
    }

    private static async Task<IResult> PlanAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var asked = new NewShift { Post = MatterFields.Text(form, "post") ?? "", Person = MatterFields.Text(form, "person") ?? "", BeginsAt = Time(form, "begins", city), EndsAt = Time(form, "ends", city) };
        var outcome = await database.WriteAsync(w => KeepRoster.Plan(w, [asked], who, city));
        return Answer(http, form, outcome, say["roster.planned"]);
    }

    private static async Task<IResult> DropAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => KeepRoster.Drop(w, id, who, city));
        return Answer(http, form, outcome, say["roster.dropped"]);
    }

    private static async Task<IResult> SwapAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var asked = new NewSwap
        {
            Shift = Number(form, "shift") ?? 0, For = Number(form, "for"), Person = MatterFields.Text(form, "person"), Words = MatterFields.Text(form, "words"),
        };
        var outcome = await database.WriteAsync(w => SwapShifts.Ask(w, asked, who, city));
        return Answer(http, form, outcome, say["roster.swap-asked"]);
    }

    private static async Task<IResult> AnswerAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var accept = form["accept"] == "true";
        var outcome = await database.WriteAsync(w => SwapShifts.Answer(w, id, accept, who, city));
        return Answer(http, form, outcome, say[accept ? "roster.accepted" : "roster.declined"]);
    }

    private static async Task<IResult> HandOverAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => KeepRoster.HandOver(w, MatterFields.Text(form, "post") ?? "", MatterFields.Text(form, "words"), who, city));
        return Answer(http, form, outcome, say["roster.handed-over"]);
    }

    private static IResult Answer<T>(HttpContext http, IFormCollection form, Outcome<T> outcome, string done) =>
        outcome.Refusal is { } refusal ? new Refused(refusal, form).Redraw<RosterPage>() : Said.Done(http, Page, done);

    private static long? Number(IFormCollection form, string field) => long.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset Time(IFormCollection form, string field, CityContext city) =>
        DateTime.TryParseExact(form[field], ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? city.Clock.Instant(local) : default;
}
