using System.Globalization;
using System.Text.Json;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Files;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.City.Matters;

/// <summary>Matters over HTTP.</summary>
internal static class MatterEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var matters = endpoints.MapGroup("/api/matters").WithTags("Matters");
        matters.MapPost("", CreateAsync);
        matters.MapGet("", ListAsync).Produces<MatterListView>();
        matters.MapGet("/{id:long}", FindAsync);
        matters.MapGet("/{id:long}/journal", JournalAsync);
        matters.MapGet("/{id:long}/clock", ClockAsync);
        matters.MapGet("/{id:long}/parts", PartsAsync);
        matters.MapPost("/{id:long}/parts", DivideAsync);
        matters.MapPost("/{id:long}/acts", ActAsync);
        matters.MapPost("/{id:long}/evidence", AttachAsync).DisableAntiforgery();
        endpoints.MapGet("/files/{hash}", FileAsync).WithTags("Matters");
    }

    private static async Task<Results<Created<MatterView>, Ok<MatterView>, ProblemHttpResult>> CreateAsync(
        NewMatter asked, HttpContext http, Database database, CityContext city, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        var who = http.RequiredSignedIn();
        var request = Receipts.DigestOf(asked);
        var outcome = await database.WriteAsync(w =>
        {
            var context = city.For(who);
            Matter? made = null;
            return Receipts.Once(w, key, who.Account, request, context.Now, () =>
                    CreateMatter.Run(w, asked, context, city.Territories).Then<long>(m => (made = m).Id))
                .Then<(Matter Matter, bool Now)>(done => (made ?? MatterBook.Find(w, done.Subject)!, done.Now));
        });
        if (!outcome.Is(out var done, out var refusal))
        {
            return Problems.Of(refusal);
        }

        var view = MatterView.Of(done.Matter, city.Now);
        return done.Now ? TypedResults.Created($"/api/matters/{view.Id}", view) : TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<MatterView>, ProblemHttpResult>> ActAsync(
        long id, ActRequest request, HttpContext http, Database database, CityContext city, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        if (request.Act is Act.Escalate or Act.AddEvidence or Act.Divide)
        {
            return Problems.Of(request.Act == Act.Escalate ? MatterRefusals.NotYours : MatterRefusals.OwnEndpoint);
        }

        var who = http.RequiredSignedIn();
        var written = $"{id} {JsonSerializer.Serialize(request, JournalBook.Json)}";
        var outcome = await database.WriteAsync(w =>
        {
            var context = city.For(who);
            Matter? after = null;
            return Receipts.Once(w, key, who.Account, written, context.Now, () => ActOnMatter.Run(w, id, request, context).Then<long>(m => (after = m).Id))
                .Then<Matter>(done => after ?? MatterBook.Find(w, done.Subject)!);
        });
        return outcome.Then<MatterView>(m => MatterView.Of(m, city.Now)).OkOr();
    }

    private static async Task<Results<Ok<IReadOnlyList<MatterView>>, ProblemHttpResult>> DivideAsync(
        long id, List<Part> parts, HttpContext http, Database database, CityContext city, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        var who = http.RequiredSignedIn();
        var written = $"{id} parts {JsonSerializer.Serialize(parts, JournalBook.Json)}";
        var outcome = await database.WriteAsync(w =>
        {
            var context = city.For(who);
            return Receipts.Once(w, key, who.Account, written, context.Now, () =>
                    DivideMatter.Run(w, id, parts, context, city.Territories).Then<long>(made => made[0].Id))
                .Then<IReadOnlyList<Matter>>(done => DivideMatter.MadeWith(w, id, done.Subject));
        });
        return outcome.Then<IReadOnlyList<MatterView>>(made => made.Select(m => MatterView.Of(m, city.Now)).ToList()).OkOr();
    }

    private static async Task<Results<Ok<MatterView>, ProblemHttpResult>> AttachAsync(
        long id, string name, string? note, HttpContext http, Database database, FileStore files, CityContext city, CancellationToken cancel)
    {
        var who = http.RequiredSignedIn();
        var outcome = await AttachEvidence.RunAsync(database, files, city.For(who), id, http.Request.Body, name, note, cancel);
        return outcome.Then<MatterView>(m => MatterView.Of(m, city.Now)).OkOr();
    }

    private static async Task<WrittenJson> ListAsync([AsParameters] MatterQuery query, HttpContext http, Database database, CityContext city, LongLists known)
    {
        var filter = query.ToFilter(http.RequiredSignedIn(), city);
        return await database.ReadAsync(s => WrittenJson.Of(json => MatterSearch.Write(s, filter, city.Now, known, json)));
    }

    private static async Task<Results<Ok<MatterView>, ProblemHttpResult>> FindAsync(long id, HttpContext http, Database database, CityContext city)
    {
        var matter = await ReadableAsync(id, http, database, city);
        return matter is null ? Problems.Of(MatterRefusals.Unknown) : TypedResults.Ok(MatterView.Of(matter, city.Now));
    }

    private static async Task<Results<Ok<List<JournalLineView>>, ProblemHttpResult>> JournalAsync(long id, HttpContext http, Database database, CityContext city)
    {
        if (await ReadableAsync(id, http, database, city) is null)
        {
            return Problems.Of(MatterRefusals.Unknown);
        }

        var entries = await database.ReadAsync(s => JournalBook.Of(s, MatterBook.Subject, id));
        return TypedResults.Ok(entries.ConvertAll(JournalLineView.Of));
    }

    private static async Task<Results<Ok<ClockView>, ProblemHttpResult>> ClockAsync(long id, HttpContext http, Database database, CityContext city)
    {
        var matter = await ReadableAsync(id, http, database, city);
        return matter is null ? Problems.Of(MatterRefusals.Unknown) : TypedResults.Ok(ClockView.Of(matter, city));
    }

    private static async Task<Results<Ok<List<MatterView>>, ProblemHttpResult>> PartsAsync(long id, HttpContext http, Database database, CityContext city)
    {
        if (await ReadableAsync(id, http, database, city) is null)
        {
            return Problems.Of(MatterRefusals.Unknown);
        }

        var parts = await database.ReadAsync(s => MatterBook.PartsOf(s, id));
        return TypedResults.Ok(parts.ConvertAll(m => MatterView.Of(m, city.Now)));
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> FileAsync(string hash, HttpContext http, Database database, FileStore files, CityContext city)
    {
        var who = http.RequiredSignedIn();
        var evidence = await database.ReadAsync(s => EvidenceBook.FindReadable(s, hash, city.Readable(who)));
        return evidence is not null && files.Open(hash) is { } content
            ? TypedResults.File(content, evidence.MediaType, evidence.Name)
            : Problems.Of(MatterRefusals.Unknown);
    }

    private static Task<Matter?> ReadableAsync(long id, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        return database.ReadAsync(s => MatterBook.Find(s, id) is { } matter && city.MayRead(who, matter) ? matter : null);
    }
}
