using CityLoom.City;
using CityLoom.City.Rates;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Requests.Rates;

/// <summary>One of the three rates, as it was answered and as arbitration leaves it.</summary>
/// <param name="Code">Code of the rate.</param>
/// <param name="Formula">The formula in words, Chinese.</param>
/// <param name="EnglishFormula">The same in English.</param>
/// <param name="Raw">By unit, all answers.</param>
/// <param name="Adjusted">By unit, without what arbitration struck out.</param>
public sealed record RateView(string Code, string Formula, string EnglishFormula, LeagueView Raw, LeagueView Adjusted);

/// <summary>A league table as the API shows it.</summary>
/// <param name="Total">All units together.</param>
/// <param name="Rows">The units, ranked ones first.</param>
public sealed record LeagueView(LeagueRow Total, IReadOnlyList<LeagueRow> Rows)
{
    internal static LeagueView Of(League league) => new(league.Total, league.Rows);
}

/// <summary>How requests were sent.</summary>
/// <param name="Units">By unit.</param>
/// <param name="Mend">Duties returned again and again, for the owner of the catalogue.</param>
public sealed record DispatchView(IReadOnlyList<DispatchFigures> Units, IReadOnlyList<CatalogueTask> Mend);

/// <summary>An appeal as it is asked for.</summary>
/// <param name="Answer">Identity of the answer.</param>
/// <param name="Ground">Why it should not count.</param>
/// <param name="Words">In words.</param>
public sealed record Appealing(long Answer, AppealGround Ground, string Words);

/// <summary>A decision about an appeal.</summary>
/// <param name="Upheld">True when the answer is not to be counted.</param>
/// <param name="Words">Why.</param>
public sealed record Deciding(bool Upheld, string Words);

/// <summary>The figures of residents' requests over HTTP.</summary>
internal static class RateEndpoints
{
    private static readonly Refusal GroupingUnknown = new(
        "rates.by", "by 须为 organization、district、street 或 service。", "by is organization, district, street or service.", 400);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var rates = endpoints.MapGroup("/api/request-rates").WithTags("Request rates");
        rates.MapGet("", RatesAsync);
        rates.MapGet("/dispatch", DispatchAsync);
        rates.MapGet("/answers", AnswersAsync);
        rates.MapPost("/appeals", AppealAsync);
        rates.MapPost("/appeals/{id:long}/decision", DecideAsync);
    }

    /// <summary>The three rates of civil days, the last 30 when none are named.</summary>
    private static async Task<Results<Ok<List<RateView>>, ProblemHttpResult>> RatesAsync(DateOnly? from, DateOnly? until, string? by, Database database, CityContext city)
    {
        if (GroupingOf(by ?? nameof(Grouping.Organization)) is not { } grouping)
        {
            return Problems.Of(GroupingUnknown);
        }

        var span = SpanOf(from, until, city);
        return TypedResults.Ok(await database.ReadAsync(s =>
        {
            return RequestQuality.Of(s, span, grouping, city.Now).All.Select(View).ToList();
        }));
    }

    private static async Task<Results<Ok<DispatchView>, ProblemHttpResult>> DispatchAsync(DateOnly? from, DateOnly? until, string? by, Database database, CityContext city)
    {
        if (GroupingOf(by ?? nameof(Grouping.Service)) is not { } grouping)
        {
            return Problems.Of(GroupingUnknown);
        }

        var span = SpanOf(from, until, city);
        return TypedResults.Ok(await database.ReadAsync(s => new DispatchView(DispatchFigures.Of(s, span, grouping), CatalogueTask.Of(s, span))));
    }

    /// <summary>Why this figure: the answers behind it.</summary>
    private static async Task<Ok<List<JudgedAnswer>>> AnswersAsync(DateOnly? from, DateOnly? until, string? organization, Database database, CityContext city)
    {
        var span = SpanOf(from, until, city);
        return TypedResults.Ok(await database.ReadAsync(s => JudgedAnswer.Of(s, span, organization)));
    }

    private static async Task<Results<Ok<long>, ProblemHttpResult>> AppealAsync(Appealing asked, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => AppealAnswer.Run(w, asked.Answer, asked.Ground, asked.Words, who, city))).OkOr();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DecideAsync(long id, Deciding decision, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => DecideAppeal.Run(w, id, decision.Upheld, decision.Words, who, city));
        return outcome.Is(out _, out var refusal) ? TypedResults.NoContent() : Problems.Of(refusal);
    }

    private static RateView View(RatePair pair) => new(
        pair.Rate.Code, pair.Raw.Formula.Zh, pair.Raw.Formula.En, LeagueView.Of(pair.Raw), LeagueView.Of(pair.Adjusted));

    private static Grouping? GroupingOf(string by) =>
        by.Length > 0 && char.IsAsciiLetter(by[0]) && Enum.TryParse<Grouping>(by, ignoreCase: true, out var grouping) ? grouping : null;

    private static Span SpanOf(DateOnly? from, DateOnly? until, CityContext city)
    {
        var last = until ?? city.Clock.Today;
        var first = from ?? last.AddDays(-29);
        return new Span(city.Clock.Instant(first.ToDateTime(TimeOnly.MinValue)), city.Clock.Instant(last.AddDays(1).ToDateTime(TimeOnly.MinValue)));
    }
}
