using System.Text.Json;
using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Emergency.Supplies;

/// <summary>A way in the plan as the API shows it.</summary>
/// <param name="Warehouse">From where.</param>
/// <param name="Lot">Of which lot.</param>
/// <param name="Expires">When that expires.</param>
/// <param name="Quantity">How much.</param>
public sealed record DrawView(string Warehouse, long Lot, DateOnly? Expires, long Quantity);

/// <summary>The plan of one request as the API shows it.</summary>
/// <param name="Need">The request.</param>
/// <param name="Draws">From where it would be served.</param>
/// <param name="Minutes">The longest way, by road; guessed from the straight line while the city has no roads.</param>
/// <param name="Short">What would be missing.</param>
/// <param name="Reason">Why, in Chinese.</param>
/// <param name="EnglishReason">Why, in English.</param>
public sealed record NeedPlanView(SupplyNeed Need, IReadOnlyList<DrawView> Draws, int Minutes, long Short, string? Reason, string? EnglishReason);

/// <summary>Stock and requests for supplies over HTTP.</summary>
internal static class SupplyEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var supplies = endpoints.MapGroup("/api/emergency/supplies").WithTags("Supplies");
        supplies.MapGet("/stock", StockAsync);
        supplies.MapGet("/sites", async (Database database) => TypedResults.Ok(await database.ReadAsync(StockBook.Sites)));
        supplies.MapPost("/catalogue", CatalogueAsync);
        supplies.MapPost("/lots", BringAsync);
        supplies.MapPost("/lots/{id:long}/write-off", WriteOffAsync);
        supplies.MapGet("/requests", OpenAsync);
        supplies.MapPost("/requests", RequestAsync);
        supplies.MapGet("/plan", PlanAsync);
        supplies.MapPost("/requests/{id:long}/acts", ActAsync);
    }

    private static async Task<Ok<IReadOnlyList<StockLine>>> StockAsync(Database database, CityContext city) =>
        TypedResults.Ok(await database.ReadAsync(s => Stock.Of(s, city.Clock.Today)));

    private static async Task<Results<Ok<int>, ProblemHttpResult>> CatalogueAsync(SupplyCatalogue catalogue, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => catalogue.Import(w, city, who))).OkOr();
    }

    private static async Task<Results<Ok<Lot>, ProblemHttpResult>> BringAsync(
        NewLot asked, HttpContext http, Database database, CityContext city, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        var who = http.RequiredSignedIn();
        var written = "lot " + JsonSerializer.Serialize(asked, JournalBook.Json);
        return (await database.WriteAsync(w => Receipts.Once(w, key, who.Account, written, city.Now, () => KeepStock.Bring(w, asked, who, city).Then<long>(l => l.Id))
            .Then<Lot>(done => StockBook.TakeLots(w, asked.Item).First(l => l.Id == done.Subject)))).OkOr();
    }

    private static async Task<Results<Ok<Lot>, ProblemHttpResult>> WriteOffAsync(long id, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => KeepStock.WriteOff(w, id, who, city))).OkOr();
    }

    private static async Task<Ok<List<SupplyNeed>>> OpenAsync(Database database) => TypedResults.Ok(await database.ReadAsync(s => StockBook.Open(s)));

    private static async Task<Results<Ok<SupplyNeed>, ProblemHttpResult>> RequestAsync(
        NewSupplyNeed asked, HttpContext http, Database database, CityContext city, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        var who = http.RequiredSignedIn();
        var written = JsonSerializer.Serialize(asked, JournalBook.Json);
        return (await database.WriteAsync(w => Receipts.Once(w, key, who.Account, written, city.Now, () => RequestSupplies.Run(w, asked, who, city).Then<long>(n => n.Id))
            .Then<SupplyNeed>(done => StockBook.Find(w, done.Subject)!))).OkOr();
    }

    private static async Task<Ok<List<NeedPlanView>>> PlanAsync(Database database, CityContext city, SupplyWays ways)
    {
        var plan = await database.ReadAsync(s => PlanDispatch.Of(s, city.Clock.Today, ways));
        return TypedResults.Ok(plan.Select(p => new NeedPlanView(
            p.Need, [.. p.Draws.Select(d => new DrawView(d.Lot.Warehouse, d.Lot.Id, d.Lot.Expires, d.Quantity))], (p.Seconds + 59) / 60, p.Short, p.Reason?.Words, p.Reason?.English)).ToList());
    }

    private static async Task<Results<Ok<SupplyNeed>, ProblemHttpResult>> ActAsync(
        long id, SupplyActRequest asked, HttpContext http, Database database, CityContext city, SupplyWays ways, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        var who = http.RequiredSignedIn();
        var written = $"supply {id} {JsonSerializer.Serialize(asked, JournalBook.Json)}";
        return (await database.WriteAsync(w => Receipts.Once(w, key, who.Account, written, city.Now, () => ActOnSupply.Run(w, id, asked, who, city, ways).Then<long>(n => n.Id))
            .Then<SupplyNeed>(done => StockBook.Find(w, done.Subject)!))).OkOr();
    }
}
