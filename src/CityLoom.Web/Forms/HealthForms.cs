using System.Globalization;
using CityLoom.City;
using CityLoom.Health.Warnings;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Health;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>What the epidemiologist's post does with warnings.</summary>
internal static class HealthForms
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/health/warnings/{id:long}/acts", ActAsync);

    private static async Task<IResult> ActAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say, HealthInWords words)
    {
        if (!Enum.TryParse<WarningAct>(MatterFields.Text(form, "act"), out var act))
        {
            return Results.BadRequest();
        }

        var request = new TriageRequest
        {
            Act = act,
            Reason = MatterFields.Text(form, "reason"),
            Level = int.TryParse(form["level"], CultureInfo.InvariantCulture, out var level) ? level : null,
            Onset = DateOnly.TryParseExact(form["onset"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var onset) ? onset : null,
            Version = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : null,
        };
        var outcome = await database.WriteAsync(w => TriageWarning.Run(w, id, request, http.RequiredSignedIn(), city));
        return outcome.Refusal is { } refusal
            ? new Refused(refusal, form).Redraw<WarningPage>(("Id", id))
            : Said.Done(http, $"/health/warnings/{id}", say["health.done", ("act", words.In(WarningWords.Of(act)))]);
    }
}
