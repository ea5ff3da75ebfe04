using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Emergency.Coverage;

/// <summary>A plan as an address tells it; see <see cref="StationPlan"/>.</summary>
/// <param name="Move"><c>CODE,longitude,latitude</c>.</param>
/// <param name="Add"><c>longitude,latitude</c>.</param>
/// <param name="Drop"><c>CODE</c>.</param>
public sealed record PlanQuery(string[]? Move, string[]? Add, string[]? Drop)
{
    /// <summary>The plan, or what is malformed about it.</summary>
    public Outcome<StationPlan> Read() => StationPlan.Read(Move ?? [], Add ?? [], Drop ?? []);
}

/// <summary>Coverage as the API tells it.</summary>
/// <param name="Drawn">True when the roads are drawn, not surveyed.</param>
/// <param name="Datum">What coordinates refer to.</param>
/// <param name="City">All together.</param>
/// <param name="Districts">By district, the largest gaps first.</param>
/// <param name="Streets">By street, the largest gaps first.</param>
/// <param name="Milliseconds">What reckoning it took.</param>
public sealed record CoverageView(bool Drawn, string Datum, CoverageRow City, IReadOnlyList<CoverageRow> Districts, IReadOnlyList<CoverageRow> Streets, double Milliseconds);

/// <summary>A plan to be kept.</summary>
/// <param name="Name">What it is to be called.</param>
/// <param name="Changes">The changes as an address tells them, such as <c>move=0201,114.3,30.6&amp;add=114.2,30.5</c>.</param>
public sealed record NewPlan(string? Name, string? Changes);

/// <summary>Reach, siting and plans over HTTP.</summary>
internal static class CoverageEndpoints
{
    internal static readonly Refusal NoRoads = new(
        "reach.no-roads", "还没有路网或人口点：请用 cityloom roads import 生成 roads.graph 放入数据目录，并导入人口点。",
        "There are no roads or no people yet: make roads.graph with cityloom roads import, put it into the data folder, and import where people live.", 409);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var reach = endpoints.MapGroup("/api/reach").WithTags("Reach");
        reach.MapGet("/coverage", Coverage);
        reach.MapGet("/siting", Next);
        reach.MapGet("/comparison", CompareAsync);
        reach.MapGet("/plans", async (Database database) => TypedResults.Ok(await database.ReadAsync(ReachPlanBook.All)));
        reach.MapPost("/plans", KeepAsync);
        reach.MapPost("/plans/{id:long}/removal", DropAsync);
    }

    private static Results<Ok<CoverageView>, ProblemHttpResult> Coverage([AsParameters] PlanQuery query, CoverageBook book, TimeProvider time)
    {
        if (book.Present is not { } net)
        {
            return Problems.Of(NoRoads);
        }

        var began = time.GetTimestamp();
        return query.Read().Then(plan => plan.Apply(net.Register.Stations)).Then<CoverageView>(stations =>
        {
            var figures = net.Figures(stations);
            return new CoverageView(net.Roads.Drawn, "WGS-84", figures.City, figures.Districts, figures.Streets, time.GetElapsedTime(began).TotalMilliseconds);
        }).OkOr();
    }

    private static Results<Ok<Siting>, ProblemHttpResult> Next([AsParameters] PlanQuery query, int n, CoverageBook book) =>
        book.Present is { } net ? query.Read().Then(plan => SiteNext.Run(net, plan, n)).OkOr() : Problems.Of(NoRoads);

    /// <summary>Two plans, each by its number; 0 for the stations in force.</summary>
    private static async Task<Results<Ok<PlansCompared>, ProblemHttpResult>> CompareAsync(long first, long second, CoverageBook book, Database database)
    {
        if (book.Present is not { } net)
        {
            return Problems.Of(NoRoads);
        }

        var (a, b) = await database.ReadAsync(s => (ReachPlanBook.ChangesOf(s, first), ReachPlanBook.ChangesOf(s, second)));
        return a.Then(x => b.Then(y => ComparePlans.Run(net, x, y))).OkOr();
    }

    private static async Task<Results<Ok<ReachPlan>, ProblemHttpResult>> KeepAsync(NewPlan asked, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return StationPlan.Parse(asked.Changes ?? "").Is(out var changes, out var refusal)
            ? (await database.WriteAsync(w => ReachPlanBook.Keep(w, asked.Name ?? "", changes, city.For(who)))).OkOr()
            : Problems.Of(refusal);
    }

    private static async Task<Results<Ok<ReachPlan>, ProblemHttpResult>> DropAsync(long id, HttpContext http, Database database, CityContext city) =>
        (await database.WriteAsync(w => ReachPlanBook.Drop(w, id, city.For(http.RequiredSignedIn())))).OkOr();
}
