using System.Globalization;
using System.Text;
using System.Text.Json;
using CityLoom.City.Export;
using CityLoom.City;
using CityLoom.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Requests.OpenData;

/// <summary>Requests for everybody to work with, as CSV and GeoJSON, sent in steps so that a year of them takes no more memory than a day.</summary>
internal static class OpenDataEndpoints
{
    private const int Step = 2_000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var open = endpoints.MapGroup("/open-data").WithTags("Open data");
        open.MapGet("/requests.csv", (DateOnly? from, DateOnly? until, HttpContext http, Database database, CityContext city) => CsvAsync(Days(from, until, city), http, database, city));
        open.MapGet("/requests.geojson", (DateOnly? from, DateOnly? until, HttpContext http, Database database, CityContext city) => GeoJsonAsync(Days(from, until, city), http, database, city));
    }

    private static async Task CsvAsync((DateTimeOffset From, DateTimeOffset Until) days, HttpContext http, Database database, CityContext city)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        await http.Response.WriteAsync("id,category,category_name,territory,territory_name,organization,state,requested,ended,on_time,reopened,longitude,latitude\r\n");
        await EachAsync(days, http, database, rows => string.Concat(rows.Select(r => string.Join(',', Fields(r, city).Select(CsvField.Typed)) + "\r\n")));
    }

    private static async Task GeoJsonAsync((DateTimeOffset From, DateTimeOffset Until) days, HttpContext http, Database database, CityContext city)
    {
        http.Response.ContentType = "application/geo+json; charset=utf-8";
        await http.Response.WriteAsync("""{"type":"FeatureCollection","features":[""");
        var first = true;
        await EachAsync(days, http, database, rows =>
        {
            var text = new StringBuilder();
            foreach (var row in rows.Where(r => r.Longitude is not null))
            {
                text.Append(first ? "" : ",").Append(Feature(row, city));
                first = false;
            }

            return text.ToString();
        });
        await http.Response.WriteAsync("]}");
    }

    private static async Task EachAsync((DateTimeOffset From, DateTimeOffset Until) days, HttpContext http, Database database, Func<List<OpenRequest>, string> write)
    {
        var last = (At: DateTimeOffset.UnixEpoch, Id: 0L);
        while (true)
        {
            var rows = await database.ReadAsync(s => OpenRequest.After(s, days.From, days.Until, last, Step), http.RequestAborted);
            await http.Response.WriteAsync(write(rows), http.RequestAborted);
            if (rows.Count < Step)
            {
                return;
            }

            last = (rows[^1].RequestedAt, rows[^1].Id);
        }
    }

    private static string?[] Fields(OpenRequest r, CityContext city) =>
    [
        r.Id.ToString(CultureInfo.InvariantCulture), r.Service, city.Trees.Categories.Find(r.Service)?.Name, r.Territory, city.Territories.Find(r.Territory)?.Name,
        city.Organizations.Find(r.Organization)?.Name, JsonNamingPolicy.CamelCase.ConvertName(r.State.ToString()), Instants.Write(r.RequestedAt, city.Clock.Zone),
        r.EndedAt is { } ended ? Instants.Write(ended, city.Clock.Zone) : null, r.OnTime is { } onTime ? (onTime ? "1" : "0") : null,
        r.Reopens.ToString(CultureInfo.InvariantCulture), Degrees(r.Longitude), Degrees(r.Latitude),
    ];

    private static string Feature(OpenRequest r, CityContext city) => JsonSerializer.Serialize(new
    {
        type = "Feature",
        id = r.Id,
        geometry = new { type = "Point", coordinates = new[] { r.Longitude, r.Latitude } },
        properties = new
        {
            category = r.Service, category_name = city.Trees.Categories.Find(r.Service)?.Name, territory = r.Territory,
            organization = city.Organizations.Find(r.Organization)?.Name, state = JsonNamingPolicy.CamelCase.ConvertName(r.State.ToString()),
            requested = Instants.Write(r.RequestedAt, city.Clock.Zone), ended = r.EndedAt is { } ended ? Instants.Write(ended, city.Clock.Zone) : null, on_time = r.OnTime,
        },
    }, Kernel.Journal.JournalBook.Json);

    private static string? Degrees(double? degrees) => degrees?.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Civil days, the last 30 when none are named.</summary>
    private static (DateTimeOffset From, DateTimeOffset Until) Days(DateOnly? from, DateOnly? until, CityContext city)
    {
        var last = until ?? city.Clock.Today;
        return (city.Clock.Instant((from ?? last.AddDays(-29)).ToDateTime(TimeOnly.MinValue)), city.Clock.Instant(last.AddDays(1).ToDateTime(TimeOnly.MinValue)));
    }
}
