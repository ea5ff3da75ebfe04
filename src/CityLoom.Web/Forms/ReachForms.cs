using System.Globalization;
using CityLoom.City;
using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Incidents;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Emergency;
using CityLoom.Web.Pages.Reach;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>What the planner's and the dispatcher's pages post.</summary>
internal static class ReachForms
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/reach/panel", Panel);
        endpoints.MapPost("/reach/plans", KeepAsync);
        endpoints.MapPost("/reach/plans/{id:long}/removal", DropAsync);
        endpoints.MapPost("/emergency/registers/{kind}", ImportAsync);
        endpoints.MapPost("/emergency/standard", SetStandardAsync);
        endpoints.MapPost("/emergency/incidents", RaiseAsync);
        endpoints.MapPost("/emergency/incidents/{id:long}/acts", ActAsync);
        endpoints.MapPost("/emergency/incidents/{id:long}/units", SendAsync);
        endpoints.MapPost("/emergency/units/{code}/acts", UnitAsync);
    }

    /// <summary>What the script asks for while a station is dragged: figures and the areas of the stations that moved.</summary>
    private static Results<RazorComponentResult<ReachAnswer>, ProblemHttpResult> Panel([AsParameters] PlanQuery query, CoverageBook book) =>
        book.Present is not { } net ? TypedResults.Problem(statusCode: StatusCodes.Status409Conflict)
        : ReachState.Of(net, query.Read(), null).Is(out var state, out var refusal) ? new RazorComponentResult<ReachAnswer>(new { State = state })
        : Problems.Of(refusal);

    private static async Task<IResult> KeepAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var read = StationPlan.Parse(MatterFields.Text(form, "changes") ?? "");
        var outcome = read.Is(out var changes, out var malformed)
            ? await database.WriteAsync(w => ReachPlanBook.Keep(w, MatterFields.Text(form, "name") ?? "", changes, city.For(who)))
            : malformed;
        return outcome.Is(out var plan, out var refusal) ? Said.Done(http, "/reach?" + plan.Changes, say["reach.kept", ("name", plan.Name)]) : Said.Refused(http, "/reach?" + (changes?.ToString() ?? ""), refusal);
    }

    private static async Task<IResult> DropAsync(long id, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => ReachPlanBook.Drop(w, id, city.For(who)));
        return outcome.Is(out var plan, out var refusal) ? Said.Done(http, "/reach", say["reach.removed", ("name", plan.Name)]) : Said.Refused(http, "/reach", refusal);
    }

    private static async Task<IResult> ImportAsync(Choice<RegisterKind> kind, IFormCollection form, HttpContext http, Database database, CityRegister register, CityContext city, Say say, CancellationToken cancel)
    {
        var who = http.RequiredSignedIn();
        if (!ImportRegister.MayKeep(who, kind.Value))
        {
            return Said.Refused(http, "/emergency/registers", ImportRegister.NotYours);
        }

        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return Said.Refused(http, "/emergency/registers", new Refusal("register.file", "请选择一个文件。", "Choose a file.", 400));
        }

        using var reader = new StreamReader(file.OpenReadStream());
        var text = await reader.ReadToEndAsync(cancel);
        var outcome = await database.WriteAsync(w => ImportRegister.Run(w, kind.Value, Path.GetFileName(file.FileName), text, city.Trees, city.Now, who.Actor));
        register.Reload();
        return outcome.Is(out var counts, out var refusal)
            ? Said.Done(http, "/emergency/registers", say["register.done", ("added", counts.Added), ("changed", counts.Changed), ("retired", counts.Retired), ("same", counts.Same)])
            : new Refused(refusal, form).Redraw<RegistersPage>();
    }

    /// <summary>The standard as the form tells it is read as a file of it would be, so that both meet the same faults.</summary>
    private static async Task<IResult> SetStandardAsync(IFormCollection form, HttpContext http, Database database, CityRegister register, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var sheet = RegisterFile.StandardSheet(column => column switch
        {
            "central_districts" => string.Join(';', form[column].OfType<string>()),
            "central_share" or "outer_share" => double.TryParse(form[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? (percent / 100).ToString("R", CultureInfo.InvariantCulture) : form[column].ToString(),
            _ => form[column].ToString(),
        });
        var outcome = ImportRegister.MayKeep(who, RegisterKind.Standard)
            ? await database.WriteAsync(w => ImportRegister.Run(w, RegisterKind.Standard, say["register.standard"], sheet, city.Trees, city.Now, who.Actor))
            : ImportRegister.NotYours;
        register.Reload();
        return outcome.Is(out var counts, out var refusal)
            ? Said.Done(http, "/emergency/registers#standard", say[counts.Same == 1 ? "register.standard-same" : "register.standard-kept"])
            : new Refused(refusal, form).Redraw<RegistersPage>();
    }

    private static async Task<IResult> RaiseAsync(IFormCollection form, HttpContext http, Database database, CityContext city, CityRegister register, Say say)
    {
        var (who, rows) = (http.RequiredSignedIn(), register.Present);
        var outcome = IncidentFields.New(form, city).Is(out var asked, out var malformed)
            ? await database.WriteAsync(w =>
            {
                var context = city.For(who);
                return Receipts.Once(w, MatterFields.Text(form, "key"), who.Account, MatterFields.Fingerprint(form), context.Now, () => RaiseIncident.Run(w, asked, context, city, rows).Then<long>(i => i.Id));
            })
            : malformed;
        return outcome.Is(out var done, out var refusal) ? Said.Done(http, Address(done.Subject), say["incident.taken"]) : new Refused(refusal, form).Redraw<NewIncidentPage>();
    }

    private static async Task<IResult> ActAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var request = IncidentFields.Act(form);
        var outcome = request is null ? new Refusal("form.act", "表单不完整，请重新打开页面。", "The form is incomplete; open the page again.", 400) : await database.WriteAsync(w => ActOnIncident.Run(w, id, request, city.For(who)));
        return outcome.Is(out var incident, out var refusal) ? Said.Done(http, Address(id), say["incident.now", ("stage", say.Of(incident.Stage))])
            : refusal.Status == StatusCodes.Status404NotFound ? Results.NotFound() : new Refused(refusal, form).Redraw<IncidentPage>(("Id", id));
    }

    private static async Task<IResult> SendAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, CityRegister register, CoverageBook book, Say say)
    {
        var (who, rows, unit) = (http.RequiredSignedIn(), register.Present, MatterFields.Text(form, "unit") ?? "");
        var foretold = await RecommendUnit.ForetellAsync(database, book.Present, id, unit);
        var outcome = await database.WriteAsync(w => SendUnit.Run(w, id, unit, foretold, rows, city.For(who)));
        return outcome.Refusal is { } refusal ? Said.Refused(http, Address(id), refusal) : Said.Done(http, Address(id), say["incident.sent", ("unit", unit)]);
    }

    private static async Task<IResult> UnitAsync(string code, IFormCollection form, HttpContext http, Database database, CityContext city, CityRegister register, Say say)
    {
        var (who, rows) = (http.RequiredSignedIn(), register.Present);
        var back = MatterFields.Text(form, "back") is { } path && path.StartsWith("/emergency", StringComparison.Ordinal) ? path : "/emergency";
        if (!Enum.TryParse<UnitAct>(MatterFields.Text(form, "act"), out var act) || act == UnitAct.Send)
        {
            return Said.Refused(http, back, new Refusal("form.act", "表单不完整，请重新打开页面。", "The form is incomplete; open the page again.", 400));
        }

        var request = new UnitActRequest
        {
            Act = act,
            Hospital = MatterFields.Text(form, "hospital"),
            Reason = MatterFields.Text(form, "reason"),
            Version = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : null,
        };
        var outcome = await database.WriteAsync(w => ActOnUnit.Run(w, code, request, rows, city.For(who)));
        return outcome.Is(out var unit, out var refusal) ? Said.Done(http, back, say["unit.now-is", ("unit", code), ("state", say.Of(unit.State))]) : Said.Refused(http, back, refusal);
    }

    private static string Address(long id) => string.Create(CultureInfo.InvariantCulture, $"/emergency/incidents/{id}");
}
