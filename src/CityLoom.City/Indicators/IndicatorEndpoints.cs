using System.Text.Json;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.City.Indicators;

/// <summary>Indicators, observations and targets over HTTP.</summary>
internal static class IndicatorEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var indicators = endpoints.MapGroup("/api/indicators").WithTags("Indicators");
        indicators.MapGet("", ListAsync);
        indicators.MapGet("/{code}/observations", ObservationsAsync);
        indicators.MapPost("/{code}/observations", ReportAsync).Accepts<List<ReportedValue>>("application/json", "text/csv").DisableAntiforgery();
        endpoints.MapGet("/api/targets", TargetsAsync).WithTags("Indicators");
    }

    private static async Task<Ok<List<IndicatorView>>> ListAsync(Database database) =>
        TypedResults.Ok((await database.ReadAsync(IndicatorBook.All)).ConvertAll(IndicatorView.Of));

    private static async Task<Results<Ok<List<ObservationView>>, ProblemHttpResult>> ObservationsAsync(string code, string? territory, Database database)
    {
        var found = await database.ReadAsync(s => IndicatorBook.Find(s, code) is { } indicator ? ObservationBook.Of(s, indicator.Id, territory) : null);
        return found is null ? Problems.Of(IndicatorRefusals.Unknown) : TypedResults.Ok(found.ConvertAll(ObservationView.Of));
    }

    private static async Task<Ok<List<TargetReport>>> TargetsAsync([AsParameters] TargetFilter filter, Database database, CityContext city)
    {
        var targets = await database.ReadAsync(s => StandingTarget.Find(s, filter, city.Territories, city.Clock.Today));
        return TypedResults.Ok(targets.ConvertAll(TargetReport.Of));
    }

    /// <summary>Values as JSON or as CSV; sent again they change nothing, with a key not even after a later correction.</summary>
    private static async Task<Results<Ok<ObservationCounts>, ProblemHttpResult>> ReportAsync(
        string code, HttpContext http, Database database, CityContext city, [FromHeader(Name = "Idempotency-Key")] string? key, CancellationToken cancel)
    {
        if (await database.ReadAsync(s => IndicatorBook.Find(s, code), cancel) is not { } indicator)
        {
            return Problems.Of(IndicatorRefusals.Unknown);
        }

        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(cancel);
        var read = IsCsv(http.Request) ? Csv(body, indicator, city) : Json(body, indicator, city);
        if (!read.Is(out var values, out var refusal))
        {
            return Problems.Of(refusal);
        }

        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w =>
        {
            var counts = new ObservationCounts(0, 0, values.Count);
            return Receipts.Once(w, key, who.Account, $"{code} {body}", city.Now, () => ReportObservations.Run(w, code, values, who, city).Then<long>(made =>
                {
                    counts = made;
                    return indicator.Id;
                }))
                .Then<ObservationCounts>(_ => counts);
        })).OkOr();
    }

    private static bool IsCsv(HttpRequest request) => request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true;

    private static Outcome<IReadOnlyList<NewObservation>> Csv(string body, Indicator indicator, CityContext city) => ObservationImport.Read(
        "values", new StringReader(body), new Dictionary<string, Indicator> { [indicator.Code] = indicator }, city.Territories, indicator.Code).AsOutcome();

    private static Outcome<IReadOnlyList<NewObservation>> Json(string body, Indicator indicator, CityContext city)
    {
        try
        {
            return ReportObservations.Check(indicator, JsonSerializer.Deserialize<List<ReportedValue>>(body, JournalBook.Json) ?? [], city.Territories);
        }
        catch (JsonException malformed)
        {
            return new Refusal(
                "observation.malformed", $"请求须为数组 [{{\"territory\",\"period\",\"value\"}}]：{malformed.Message}",
                $"Send an array of {{\"territory\",\"period\",\"value\"}}: {malformed.Message}", 400);
        }
    }
}
