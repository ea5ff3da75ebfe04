using System.Globalization;
using CityLoom.City.Export;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.City.Rates;

/// <summary>League tables over HTTP, with the same figures as their page.</summary>
internal static class LeagueEndpoints
{
    private static readonly Refusal Unknown = new(
        "league.unknown", $"没有这个榜单；可用：{string.Join("、", MatterRates.All.Select(r => r.Code))}。",
        $"There is no such table; there are {string.Join(", ", MatterRates.All.Select(r => r.Code))}.", 404);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/leagues", () => TypedResults.Ok(MatterRates.All.Select(r => new RateView(r.Code, r.Name.Zh, r.Name.En, r.Formula.Zh, r.Formula.En)))).WithTags("Leagues");
        endpoints.MapGet("/api/leagues/{rate}", FindAsync).WithTags("Leagues");
        foreach (var format in SheetFile.Formats)
        {
            endpoints.MapGet($"/leagues/{{rate}}.{format}", (string rate, [AsParameters] LeagueQuery query, Database database, CityContext city) =>
                ExportAsync(format, rate, query, database, city)).WithTags("Leagues");
        }
    }

    private static async Task<Results<Ok<LeagueReport>, ProblemHttpResult>> FindAsync(string rate, [AsParameters] LeagueQuery query, Database database, CityContext city)
    {
        var asked = query.On(city.Clock.Today);
        return await database.ReadAsync(s => TallyMatters.Find(s, rate, asked, city)) is { } league
            ? TypedResults.Ok(LeagueReport.Of(league, asked, city))
            : Problems.Of(Unknown);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(string format, string rate, LeagueQuery query, Database database, CityContext city)
    {
        var asked = query.On(city.Clock.Today);
        return await database.ReadAsync(s => TallyMatters.Find(s, rate, asked, city)) is { } league
            ? SheetFile.Of(LeagueReport.ToSheet(league, asked, city, CultureInfo.CurrentUICulture.Name), format, $"league-{rate}-{asked.From:yyyyMMdd}-{asked.To:yyyyMMdd}")
            : Problems.Of(Unknown);
    }
}

/// <summary>A rate with its formula, as the API lists it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="EnglishName">The same in English.</param>
/// <param name="Formula">The formula in Chinese.</param>
/// <param name="EnglishFormula">The same in English.</param>
public sealed record RateView(string Code, string Name, string EnglishName, string Formula, string EnglishFormula);
