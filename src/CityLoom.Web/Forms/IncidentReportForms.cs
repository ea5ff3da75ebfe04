using System.Globalization;
using CityLoom.City;
using CityLoom.Emergency.Plans;
using CityLoom.Emergency.Reports;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Command;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>Beginning to report on an incident, and sending its reports.</summary>
internal static class IncidentReportForms
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/emergency/reports", BeginAsync);
        endpoints.MapPost("/emergency/reports/{id:long}", SendAsync);
        endpoints.MapPost("/emergency/reports/deliveries/{id:long}/signature", SignAsync);
    }

    private static async Task<IResult> BeginAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var number = MatterFields.Text(form, "incident") ?? "";
        _ = long.TryParse(number[(number.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var matter);
        _ = Enum.TryParse<ResponseLevel>(MatterFields.Text(form, "grade"), out var grade);
        var outcome = await database.WriteAsync(w => SendReport.Begin(w, new NewReportDuty(matter, MatterFields.Text(form, "template") ?? "", grade), who, city));
        return outcome.Is(out var duty, out var refusal)
            ? Said.Done(http, $"/emergency/reports/{duty.Id}", say["brief.begun"])
            : new Refused(refusal, form).Redraw<IncidentReportsPage>();
    }

    private static async Task<IResult> SignAsync(long id, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => SignReport.Run(w, id, who, city));
        return outcome.Is(out var signed, out var refusal)
            ? Said.Done(http, $"/emergency/reports/{signed.DutyId}", say["brief.signed", ("n", signed.Number)])
            : Said.Refused(http, "/emergency/reports", refusal);
    }

    private static async Task<IResult> SendAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var fields = form.Keys.ToDictionary(k => k, k => MatterFields.Text(form, k));
        var number = int.TryParse(form["number"], CultureInfo.InvariantCulture, out var n) ? n : (int?)null;
        var outcome = await database.WriteAsync(w => SendReport.Run(w, id, new NewReport(fields, number), who, city));
        return outcome.Is(out var sent, out var refusal)
            ? Said.Done(http, $"/emergency/reports/{id}", say["brief.done", ("n", sent.Number)])
            : new Refused(refusal, form).Redraw<IncidentReportPage>(("Id", id));
    }
}
