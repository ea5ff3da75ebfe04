using System.Globalization;
using CityLoom.City;
using CityLoom.City.Indicators;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Indicators;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>Reporting what was observed.</summary>
internal static class IndicatorForms
{
    private static readonly Refusal NoNumber = new("observation.value", "请填一个数，例如 91.5。", "Write a number, such as 91.5.", 400);

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/indicators/{code}/observations", ReportAsync);

    private static async Task<IResult> ReportAsync(string code, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        if (await database.ReadAsync(s => IndicatorBook.Find(s, code)) is not { } indicator)
        {
            return Results.NotFound();
        }

        var read = Read(form, indicator, city);
        var outcome = read.Is(out var values, out var malformed)
            ? await database.WriteAsync(w => ReportObservations.Run(w, code, values, who, city))
            : malformed;
        var target = MatterFields.Text(form, "target");
        if (!outcome.Is(out var counts, out var refusal))
        {
            var refused = new Refused(refusal, form);
            return target is null ? refused.Redraw<IndicatorPage>(("Code", code)) : refused.Redraw<TargetPage>(("Code", target));
        }

        var done = counts.Revised > 0 ? "observe.revised" : counts.Added > 0 ? "observe.added" : "observe.same";
        return Said.Done(http, target is null ? "/indicators/" + Uri.EscapeDataString(code) : TargetDrawing.AddressOf(target), say[done]);
    }

    private static Outcome<IReadOnlyList<NewObservation>> Read(IFormCollection form, Indicator indicator, CityContext city) =>
        decimal.TryParse(
            MatterFields.Text(form, "value")?.Replace("，", ",", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? ReportObservations.Check(
                indicator,
                [new ReportedValue { Territory = MatterFields.Text(form, "territory") ?? "", Period = MatterFields.Text(form, "period") ?? "", Value = value, Source = MatterFields.Text(form, "source") }],
                city.Territories)
            : NoNumber;
}
