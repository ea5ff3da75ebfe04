using System.Globalization;
using CityLoom.City.Export;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.City.Matters;

/// <summary>A list of matters as a file, by the same filters as the list.</summary>
internal static class ExportMatters
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var format in SheetFile.Formats)
        {
            endpoints.MapGet($"/matters/export.{format}", ([AsParameters] MatterQuery query, HttpContext http, Database database, CityContext city) =>
                RunAsync(format, query, http, database, city)).WithTags("Matters");
        }
    }

    private static async Task<FileContentHttpResult> RunAsync(string format, MatterQuery query, HttpContext http, Database database, CityContext city)
    {
        var filter = query.ToFilter(http.RequiredSignedIn(), city);
        var language = CultureInfo.CurrentUICulture.Name;
        var sheet = await database.ReadAsync(s => MatterLedger.Of(s, filter, city, language));
        return SheetFile.Of(sheet, format, $"matters-{city.Clock.Today:yyyyMMdd}");
    }
}
