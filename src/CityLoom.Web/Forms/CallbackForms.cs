using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Requests.Callback;
using CityLoom.Requests.Intake;
using CityLoom.Requests.Templates;
using CityLoom.Web.Pages.Requests;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>Call-backs and what came of them; the templates of answers.</summary>
internal static class CallbackForms
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/requests/callbacks/{id:long}", CallAsync);
        endpoints.MapPost("/requests/templates", WriteAsync);
    }

    private static async Task<IResult> CallAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var act = form["act"].ToString();
        if (act == "contact")
        {
            var seen = await database.WriteAsync(w => RecordCallback.SeeContact(w, id, who, city));
            return seen.Is(out var contact, out var hidden)
                ? Drawn.Page<CallbacksPage>(StatusCodes.Status200OK, ("Id", id), ("Contact", contact))
                : new Refused(hidden, form).Redraw<CallbacksPage>(("Id", id));
        }

        var outcome = await database.WriteAsync(w => act switch
        {
            "answered" => RecordCallback.Answered(w, id, Answer(form), who, city),
            "declined" => RecordCallback.Declined(w, id, who, city),
            _ => RecordCallback.Missed(w, id, who, city),
        });
        return outcome.Is(out var done, out var refusal)
            ? Said.Done(http, "/requests/callbacks", say[done.Outcome is { } came ? "callback.came-" + came : "callback.came-later", ("number", done.Number)])
            : new Refused(refusal, form).Redraw<CallbacksPage>(("Id", id));
    }

    private static ResidentAnswer Answer(IFormCollection form) => new()
    {
        Contacted = bool.TryParse(form["contacted"], out var contacted) ? contacted : null,
        Solved = bool.TryParse(form["solved"], out var solved) ? solved : null,
        Satisfaction = Enum.TryParse<Satisfaction>(form["satisfaction"], out var satisfaction) && Enum.IsDefined(satisfaction) ? satisfaction : null,
        Words = MatterFields.Text(form, "answer"),
    };

    private static async Task<IResult> WriteAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var id = long.TryParse(form["id"], out var known) ? known : 0;
        var outcome = form["act"] == "withdraw" ? await database.WriteAsync(w => WriteTemplate.Withdraw(w, id, who, city))
            : CategoryField.Code(MatterFields.Text(form, "category"), city).Is(out var category, out var unknown)
                ? await database.WriteAsync(w => WriteTemplate.Run(
                    w, new AnswerTemplate { Id = id, Category = category, Title = form["title"].ToString(), Words = form["words"].ToString() }, who, city))
            : unknown;
        return outcome.Is(out var written, out var refusal)
            ? Said.Done(http, "/requests/templates", say[written.Withdrawn ? "template.withdrawn" : "template.written", ("title", written.Title), ("version", written.Version)])
            : new Refused(refusal, form).Redraw<TemplatesPage>();
    }
}
