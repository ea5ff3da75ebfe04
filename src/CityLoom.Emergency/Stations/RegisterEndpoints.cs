using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Emergency.Stations;

/// <summary>A version of a row of a register.</summary>
public sealed record RegisterVersion
{
    /// <summary>Number of the version, from 1.</summary>
    public int Version { get; init; }

    /// <summary>What the row held, as JSON.</summary>
    public string Content { get; init; } = "";

    /// <summary>Since when it was in force.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Until when; null while it is.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>The registers over HTTP: each as a whole file, in and out.</summary>
internal static class RegisterEndpoints
{
    private const string CsvType = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var registers = endpoints.MapGroup("/api/emergency/registers").WithTags("Emergency");
        registers.MapGet("/{kind}.csv", Export);
        registers.MapPost("/{kind}", ImportAsync).Accepts<string>("text/csv", "application/geo+json", "application/json").DisableAntiforgery();
        registers.MapGet("/{kind}/{code}/versions", VersionsAsync);
    }

    /// <summary>A register in force as CSV, as the import takes it back.</summary>
    private static ContentHttpResult Export(Choice<RegisterKind> kind, CityRegister register) => TypedResults.Content(RegisterFile.Write(kind.Value, register.Reload()), CsvType);

    private static async Task<Results<Ok<RegisterCounts>, ProblemHttpResult>> ImportAsync(
        Choice<RegisterKind> kind, HttpContext http, Database database, CityRegister register, CityContext city, CancellationToken cancel)
    {
        var who = http.RequiredSignedIn();
        if (!ImportRegister.MayKeep(who, kind.Value))
        {
            return Problems.Of(ImportRegister.NotYours);
        }

        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync(cancel);
        var name = kind.Value.ToString().ToLowerInvariant();
        var outcome = await database.WriteAsync(w => ImportRegister.Run(w, kind.Value, name, text, city.Trees, city.Now, who.Actor));
        register.Reload();
        return outcome.OkOr();
    }

    /// <summary>All versions of a row, the newest first.</summary>
    private static async Task<Ok<List<RegisterVersion>>> VersionsAsync(Choice<RegisterKind> kind, string code, Database database) => TypedResults.Ok(await database.ReadAsync(s =>
        s.Rows<RegisterVersion>("select version, content, since, until from emergency_register where kind = @kind and code = @code order by version desc", new { kind = kind.Value.ToString(), code })));
}
