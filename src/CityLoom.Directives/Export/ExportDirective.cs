using System.Globalization;
using CityLoom.City;
using CityLoom.City.Export;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Directives.Export;

/// <summary>A directive's ledger as a file.</summary>
internal static class ExportDirective
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var format in SheetFile.Formats)
        {
            endpoints.MapGet($"/directives/{{id:long}}/ledger.{format}", (long id, Database database, CityContext city) =>
                RunAsync(format, id, database, city)).WithTags("Directives");
        }
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> RunAsync(string format, long id, Database database, CityContext city) =>
        await database.ReadAsync(s => DirectiveProgress.Find(s, id, city.Now)) is { } progress
            ? SheetFile.Of(DirectiveLedger.Of(progress, city, CultureInfo.CurrentUICulture.Name), format, $"directive-{id}-{city.Clock.Today:yyyyMMdd}")
            : Problems.Of(DirectiveRefusals.Unknown);
}
