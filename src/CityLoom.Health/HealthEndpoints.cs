using System.Globalization;
using System.Text.Json;
using CityLoom.City;
using CityLoom.City.Indicators;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Warnings;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Health;

/// <summary>Streams, counts, warnings and their triage over HTTP.</summary>
internal static class HealthEndpoints
{
    private const int MostPeriods = 4_000;
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/api/health").WithTags("Health");
        health.MapGet("/streams", StreamsAsync);
        health.MapPost("/streams", PutStreamsAsync).DisableAntiforgery();
        health.MapGet("/streams/{code}/counts", CountsAsync);
        health.MapPost("/counts", ReportAsync).Accepts<List<ReportedCount>>("application/json", "text/csv").DisableAntiforgery();
        health.MapGet("/warnings", WarningsAsync);
        health.MapGet("/warnings/{id:long}", WarningAsync);
        health.MapPost("/warnings/{id:long}/acts", ActAsync).DisableAntiforgery();
        health.MapPost("/sweeps", SweepAsync).DisableAntiforgery();
        health.MapGet("/sweeps/{day}", QuietAsync);
        TuningEndpoints.Map(health);
    }

    private static async Task<Ok<List<HealthStream>>> StreamsAsync(Database database) => TypedResults.Ok(await database.ReadAsync(StreamBook.All));

    private static async Task<Results<Ok<ChangedStreams>, ProblemHttpResult>> PutStreamsAsync(HttpContext http, Database database, CityContext city)
    {
        var body = await BodyAsync(http);
        return StreamFile.Read("streams", new StringReader(body)).AsOutcome().Is(out var streams, out var refusal)
            ? (await database.WriteAsync(w => StreamBook.Put(w, streams, city.Now, http.RequiredSignedIn().Actor).Then<ChangedStreams>(n => new ChangedStreams(n)))).OkOr()
            : Problems.Of(refusal);
    }

    private static async Task<Results<Ok<List<CountView>>, ProblemHttpResult>> CountsAsync(
        string code, HttpContext http, Database database, CityContext city, string? territory, DateOnly? from, DateOnly? until)
    {
        if (await database.ReadAsync(s => StreamBook.Find(s, code)) is not { } stream)
        {
            return Problems.Of(HealthRefusals.UnknownStream);
        }

        var last = CountPeriod.NewestOver(until ?? city.Clock.Today, stream.Rhythm);
        var first = Math.Max(CountPeriod.Of(from ?? city.Clock.Today.AddDays(-90), stream.Rhythm), last - MostPeriods);
        var small = SmallCounts.For(http.RequiredSignedIn());
        var series = first > last ? [] : await database.ReadAsync(s => CountBook.Window(s, stream, first, last, territory is null ? null : [territory]));
        return TypedResults.Ok(series.SelectMany(s => CountView.Of(stream, s, small)).ToList());
    }

    /// <summary>Counts as JSON or as CSV; sent again they change nothing, with a key not even after a later correction.</summary>
    private static async Task<Results<Ok<ObservationCounts>, ProblemHttpResult>> ReportAsync(
        HttpContext http, Database database, CityContext city, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        var body = await BodyAsync(http);
        var streams = (await database.ReadAsync(StreamBook.All)).ToDictionary(s => s.Code, StringComparer.Ordinal);
        var read = http.Request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true
            ? CountFile.Read("counts", new StringReader(body), streams, city.Territories, city.Clock.Today).AsOutcome()
            : Json(body, streams, city);
        if (!read.Is(out var values, out var refusal))
        {
            return Problems.Of(refusal);
        }

        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w =>
        {
            var counts = new ObservationCounts(0, 0, values.Count);
            return Receipts.Once(w, key, who.Account, "health-counts " + body, city.Now, () => ReportCounts.Run(w, values, who, city).Then<long>(made =>
                {
                    counts = made;
                    return 1;
                }))
                .Then<ObservationCounts>(_ => counts);
        })).OkOr();
    }

    private static async Task<Ok<WarningPage>> WarningsAsync(HttpContext http, Database database, CityContext city, bool? open, string? condition, DateOnly? since, int? page)
    {
        var small = SmallCounts.For(http.RequiredSignedIn());
        return TypedResults.Ok(await database.ReadAsync(s =>
        {
            var (found, total) = WarningBook.List(s, new WarningFilter(open, condition, since), (Math.Clamp(page ?? 1, 1, 100_000) - 1) * PageSize, PageSize);
            var (progress, streams) = (Timeliness.Progress(s, [.. found.Select(w => w.Id)]), StreamBook.All(s));
            return new WarningPage(total, found.ConvertAll(w => WarningView.Of(w, progress.GetValueOrDefault(w.Id), streams, small, city)));
        }));
    }

    private static async Task<Results<Ok<WarningView>, ProblemHttpResult>> WarningAsync(long id, HttpContext http, Database database, CityContext city)
    {
        var small = SmallCounts.For(http.RequiredSignedIn());
        var view = await database.ReadAsync(s => WarningBook.Find(s, id) is { } w
            ? WarningView.Of(w, Timeliness.Progress(s, [id]).GetValueOrDefault(id), StreamBook.All(s), small, city) : null);
        return view is null ? Problems.Of(HealthRefusals.UnknownWarning) : TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<WarningView>, ProblemHttpResult>> ActAsync(long id, TriageRequest request, HttpContext http, Database database, CityContext city)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => TriageWarning.Run(w, id, request, who, city).Then<WarningView>(done =>
            WarningView.Of(done, Timeliness.Progress(w, [id]).GetValueOrDefault(id), StreamBook.All(w), SmallCounts.For(who), city)));
        return outcome.OkOr();
    }

    private static async Task<Results<Ok<SweepResult>, ProblemHttpResult>> SweepAsync(RunSweep sweep, CityContext city, DateOnly? day, CancellationToken cancel) =>
        (await sweep.CatchUpAsync(day ?? city.Clock.Today, cancel)).OkOr();

    private static async Task<Results<Ok<QuietDayView>, NotFound>> QuietAsync(DateOnly day, HttpContext http, Database database)
    {
        var small = SmallCounts.For(http.RequiredSignedIn());
        var (record, streams) = await database.ReadAsync(s => (SweepBook.Find(s, day), StreamBook.All(s)));
        return record is null ? TypedResults.NotFound() : TypedResults.Ok(QuietDayView.Of(record, streams, small));
    }

    private static async Task<string> BodyAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    private static Outcome<IReadOnlyList<NewCount>> Json(string body, Dictionary<string, HealthStream> streams, CityContext city)
    {
        try
        {
            var rows = JsonSerializer.Deserialize<List<ReportedCount>>(body, JournalBook.Json) ?? [];
            return CountFile.Read(
                "counts", rows.Select((r, i) => new WrittenCount(i + 1, r.Stream, r.Territory, r.Period, r.Count.ToString(CultureInfo.InvariantCulture))), [],
                streams, city.Territories, city.Clock.Today).AsOutcome();
        }
        catch (JsonException malformed)
        {
            return new Refusal(
                "count.malformed", $"请求须为数组 [{{\"stream\",\"territory\",\"period\",\"count\"}}]：{malformed.Message}",
                $"Send an array of {{\"stream\",\"territory\",\"period\",\"count\"}}: {malformed.Message}", 400);
        }
    }
}
