using System.Globalization;
using CityLoom.City;
using CityLoom.City.Export;
using CityLoom.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Requests.Foresight;

/// <summary>The week as a file, its hot topics and what the next one may bring, over HTTP.</summary>
internal static class DigestEndpoints
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/request-topics", TopicsOf).WithTags("Request rates");
        endpoints.MapGet("/api/request-rates/ahead", AheadAsync).WithTags("Request rates");
        foreach (var format in SheetFile.Formats)
        {
            endpoints.MapGet($"/requests/digest.{format}", (DateOnly? week, Database database, CityContext city) => FileAsync(format, week, database, city)).WithTags("Request rates");
        }
    }

    /// <summary>The hot topics of the seven days from this one on; of the last seven when none is named.</summary>
    private static Ok<IReadOnlyList<WeekTopic>> TopicsOf(DateOnly? from, WeekTopics topics, CityContext city) => TypedResults.Ok(topics.Of(from ?? city.Clock.Today.AddDays(-6)));

    /// <summary>What the week that begins next may bring.</summary>
    private static async Task<Ok<IReadOnlyList<ExpectedRequests>>> AheadAsync(Database database, CityContext city) =>
        TypedResults.Ok(await database.ReadAsync(s => WeeksAhead.Of(s, WeeklyDigest.MondayOf(city.Clock.Today), Most, city)));

    private static async Task<FileContentHttpResult> FileAsync(string format, DateOnly? week, Database database, CityContext city)
    {
        var monday = week is { } day ? WeeklyDigest.MondayOf(day) : WeeklyDigest.LastComplete(city.Clock.Today);
        var digest = await database.ReadAsync(s => WeeklyDigest.Of(s, monday, city));
        return SheetFile.Of(digest.ToSheet(city, CultureInfo.CurrentUICulture.Name), format, $"requests-{monday:yyyyMMdd}");
    }
}
