using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Catalogue;
using CityLoom.Requests.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Requests.Open311;

/// <summary>Open311 GeoReport v2, with what clients in the wild ask for beyond it.</summary>
internal static class Open311Endpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var open311 = endpoints.MapGroup("/open311").WithTags("Open311").AddEndpointFilter(Reply.GuardAsync).DisableAntiforgery();
        var v2 = open311.MapGroup("/v2");
        foreach (var ending in (string[])["", ".{format}"])
        {
            open311.MapGet("/discovery" + ending, Discover);
            v2.MapGet("/discovery" + ending, Discover);
            v2.MapGet("/services" + ending, Services);
            v2.MapGet("/requests" + ending, RequestsAsync);
            v2.MapPost("/requests" + ending, (HttpContext http, PostRequest post, CancellationToken cancel) => post.RunAsync(http, cancel));
            v2.MapGet("/servicerequestupdates" + ending, UpdatesAsync);
            v2.MapPost("/servicerequestupdates" + ending, (HttpContext http, PostUpdate post, CancellationToken cancel) => post.RunAsync(http, cancel));
        }

        v2.MapGet("/requests.csv", CsvAsync);
        v2.MapGet("/services/{code}.{format?}", Service);
        v2.MapGet("/requests/{id}.{format?}", RequestAsync);
        v2.MapGet("/tokens/{token}.{format?}", TokenAsync);
        v2.MapGet("/{**rest}", () => Reply.Fault(Refusals.Nothing));
    }

    private static Reply Discover(HttpContext http, CityClock clock) => Reply.Ok(a => Discovery.Write(a, HostOf(http), clock));

    private static Reply Services(HttpContext http, CatalogueBook catalogue, CityContext city) => Access.Refuse(Fields.Of(http.Request.Query)["jurisdiction_id"], city) is { } stranger
        ? Reply.Fault(stranger)
        : Reply.Ok(a => ServiceList.Write(a, catalogue.Present, city.Trees));

    private static Reply Service(string code, HttpContext http, CatalogueBook catalogue, CityContext city)
    {
        if (Access.Refuse(Fields.Of(http.Request.Query)["jurisdiction_id"], city) is { } stranger)
        {
            return Reply.Fault(stranger);
        }

        return city.Trees.Categories.Find(code) is null
            ? Reply.Fault(RequestRefusals.ServiceUnknown(code))
            : Reply.Ok(a => ServiceList.WriteDefinition(a, code, catalogue.Present));
    }

    private static async Task<Reply> RequestsAsync(HttpContext http, Database database, CityContext city)
    {
        if (!Asked(http, city).Is(out var query, out var refusal))
        {
            return Reply.Fault(refusal);
        }

        var host = HostOf(http);
        var answer = await database.ReadAsync(s => RequestAnswer.Of(s, query, city.Trees, city.Clock, host));
        return Reply.Ok(answer.Write);
    }

    private static async Task<IResult> CsvAsync(HttpContext http, Database database, CityContext city, CancellationToken cancel)
    {
        if (!Asked(http, city).Is(out var query, out var refusal))
        {
            return Reply.Fault(refusal);
        }

        await RequestsCsv.WriteAsync(http, query, database, city, HostOf(http), cancel);
        return Results.Empty;
    }

    /// <summary>One, or several parted by commas; 404 when there is none of them.</summary>
    private static async Task<Reply> RequestAsync(string id, HttpContext http, Database database, CityContext city)
    {
        var fields = Fields.Of(http.Request.Query);
        if (Access.Refuse(fields["jurisdiction_id"], city) is { } stranger)
        {
            return Reply.Fault(stranger);
        }

        var ids = id.Split(',').Take(RequestQuery.Most).Select(RequestBook.IdOf).OfType<long>().ToList();
        var query = new RequestQuery { Ids = ids, Extended = fields["extensions"]?.ToLowerInvariant() is "true" or "1" or "t" };
        var host = HostOf(http);
        var answer = await database.ReadAsync(s => RequestAnswer.Of(s, query, city.Trees, city.Clock, host));
        return answer.Requests.Count == 0 ? Reply.Fault(RequestRefusals.Unknown) : Reply.Ok(answer.Write);
    }

    private static async Task<Reply> TokenAsync(string token, HttpContext http, Database database, CityContext city)
    {
        if (Access.Refuse(Fields.Of(http.Request.Query)["jurisdiction_id"], city) is { } stranger)
        {
            return Reply.Fault(stranger);
        }

        return await database.ReadAsync(s => TokenAnswer.Find(s, token)) is { } found ? Reply.Ok(found.Write) : Reply.Fault(TokenAnswer.Unknown);
    }

    private static async Task<Reply> UpdatesAsync(HttpContext http, Database database, CityContext city)
    {
        var fields = Fields.Of(http.Request.Query);
        if (Access.Refuse(fields["jurisdiction_id"], city) is { } stranger)
        {
            return Reply.Fault(stranger);
        }

        if (!fields.Instant("start_date").Is(out var from, out var refusal) || !fields.Instant("end_date").Is(out var until, out refusal))
        {
            return Reply.Fault(refusal);
        }

        var end = until ?? city.Now;
        var updates = await database.ReadAsync(s => RequestUpdate.Between(s, from ?? end.AddDays(-1), end));
        return Reply.Ok(a =>
        {
            a.BeginList("service_request_updates", "request_update");
            updates.ForEach(u => u.Write(a, city.Clock.Zone));
            a.EndList();
        });
    }

    private static Outcome<RequestQuery> Asked(HttpContext http, CityContext city)
    {
        var fields = Fields.Of(http.Request.Query);
        return Access.Refuse(fields["jurisdiction_id"], city) is { } stranger ? stranger : RequestQuery.Of(fields, city.Now);
    }

    private static string HostOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
