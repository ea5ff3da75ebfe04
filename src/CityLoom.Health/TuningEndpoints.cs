using CityLoom.City;
using CityLoom.Health.Plans;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Tuning;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Health;

/// <summary>Settings, the response plan, and what other settings would have raised, over HTTP.</summary>
internal static class TuningEndpoints
{
    public static void Map(RouteGroupBuilder health)
    {
        health.MapGet("/settings", async (Database database) => TypedResults.Ok(await database.ReadAsync(SweepSettings.Load)));
        health.MapPost("/settings", PutSettingsAsync).DisableAntiforgery();
        health.MapGet("/plan", async (Database database) => TypedResults.Ok(await database.ReadAsync(FollowPlan.Load)));
        health.MapPost("/plan", PutPlanAsync).DisableAntiforgery();
        health.MapGet("/tuning", TryAsync);
    }

    private static async Task<Results<Ok<SweepSettings>, ProblemHttpResult>> PutSettingsAsync(SweepSettings settings, HttpContext http, Database database, CityContext city) =>
        (await database.WriteAsync(w => SweepSettings.Put(w, settings, city.Now, http.RequiredSignedIn().Actor))).OkOr();

    private static async Task<Results<Ok<ResponsePlan>, ProblemHttpResult>> PutPlanAsync(ResponsePlan plan, HttpContext http, Database database, CityContext city) =>
        (await database.WriteAsync(w => FollowPlan.Put(w, plan, city, http.RequiredSignedIn().Actor).Then<ResponsePlan>(_ => plan))).OkOr();

    /// <summary>The settings in force, changed by <c>rate, alarm, neighbour, how, quiet, sources</c>, on two past years of a condition.</summary>
    private static async Task<Results<Ok<Comparison>, ProblemHttpResult>> TryAsync(
        string condition, HttpContext http, Database database, CityContext city, TerritoryNeighbours outlines, PastSignalsBook past)
    {
        var (streams, present) = await database.ReadAsync(s => (StreamBook.All(s), SweepSettings.Load(s)));
        var tried = TriedSettings.Read(name => http.Request.Query[name], present);
        return tried.Fault() is { } fault ? Problems.Of(fault)
            : !streams.Exists(s => s.Condition == condition) ? Problems.Of(HealthRefusals.UnknownStream)
            : TypedResults.Ok(CompareSettings.Run(await database.ReadAsync(s => past.Of(s, condition, city.Clock.Today)), tried, present, outlines.Of(city.Trees), streams));
    }
}
