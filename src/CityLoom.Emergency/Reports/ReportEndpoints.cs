using CityLoom.City;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Emergency.Reports;

/// <summary>Reports on incidents over HTTP.</summary>
internal static class ReportEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var reports = endpoints.MapGroup("/api/emergency/reports").WithTags("Reports");
        reports.MapGet("", async (Database database) => TypedResults.Ok(await database.ReadAsync(s => ReportBook.Standing(s))));
        reports.MapGet("/templates", async (Database database) => TypedResults.Ok(await database.ReadAsync(ReportBook.Templates)));
        reports.MapPost("/templates", async (ReportTemplate asked, HttpContext http, Database database, CityContext city) =>
            (await database.WriteAsync(w => SendReport.Template(w, asked, city, http.RequiredSignedIn()))).OkOr());
        reports.MapPost("", async (NewReportDuty asked, HttpContext http, Database database, CityContext city) =>
            (await database.WriteAsync(w => SendReport.Begin(w, asked, http.RequiredSignedIn(), city))).OkOr());
        reports.MapGet("/inbox", async (HttpContext http, Database database, CityContext city) =>
            TypedResults.Ok(await database.ReadAsync(s => DeliveryBook.Waiting(s, SignReport.Organizations(http.RequiredSignedIn(), city)))));
        reports.MapGet("/{id:long}/deliveries", async (long id, Database database) => TypedResults.Ok(await database.ReadAsync(s => DeliveryBook.OfDuty(s, id))));
        reports.MapPost("/deliveries/{id:long}/signature", async (long id, HttpContext http, Database database, CityContext city) =>
            (await database.WriteAsync(w => SignReport.Run(w, id, http.RequiredSignedIn(), city))).OkOr());
        reports.MapPost("/{id:long}", async (long id, NewReport asked, HttpContext http, Database database, CityContext city) =>
            (await database.WriteAsync(w => SendReport.Run(w, id, asked, http.RequiredSignedIn(), city))).OkOr());
    }
}
