using System.Text;
using System.Text.Json;
using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Emergency.Alerts;

/// <summary>Why an alert is taken back, as a program sends it.</summary>
/// <param name="Words">In Chinese.</param>
/// <param name="English">In English.</param>
public sealed record Cancellation(string? Words, string? English);

/// <summary>Alerts over HTTP: to everybody as CAP and Atom, from staff as JSON, from outside as CAP.</summary>
internal static class AlertEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/alerts.atom", AtomAsync).WithTags("Alerts");
        endpoints.MapGet("/alerts/{id:long}.xml", MessageAsync).WithTags("Alerts");
        endpoints.MapGet("/alerts/certificate.pem", (AlertKey key) => TypedResults.Text(key.CertificatePem, "application/x-pem-file")).WithTags("Alerts");
        var alerts = endpoints.MapGroup("/api/alerts").WithTags("Alerts");
        alerts.MapGet("", ActiveAsync);
        alerts.MapPost("", IssueAsync);
        alerts.MapPost("/{id:long}/cancellation", CancelAsync);
        alerts.MapPost("/received", ReceiveAsync).DisableAntiforgery();
    }

    private static async Task<Ok<List<Alert>>> ActiveAsync(Database database, CityContext city) =>
        TypedResults.Ok(await database.ReadAsync(s => AlertBook.ActiveAt(s, city.Now)));

    private static async Task<ContentHttpResult> AtomAsync(HttpContext http, Database database, CityContext city)
    {
        var active = await database.ReadAsync(s => AlertBook.ActiveAt(s, city.Now));
        var site = $"{http.Request.Scheme}://{http.Request.Host}";
        return TypedResults.Content(AlertFeed.Write(active, site, System.Globalization.CultureInfo.CurrentUICulture.Name, city), AlertFeed.MediaType);
    }

    /// <summary>A message exactly as it was signed; those that were not for everybody stay with staff.</summary>
    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> MessageAsync(long id, HttpContext http, Database database)
    {
        var (alert, message) = await database.ReadAsync(s => (AlertBook.Find(s, id), AlertBook.MessageOf(s, id)));
        return alert is null || (!alert.Public && http.SignedIn() is null)
            ? Problems.Of(AlertRefusals.Unknown)
            : TypedResults.Content(message, AlertFeed.MessageType, Encoding.UTF8);
    }

    private static async Task<Results<Created<Alert>, Ok<Alert>, ProblemHttpResult>> IssueAsync(
        NewAlert asked, HttpContext http, Database database, CityContext city, AlertKey key, [FromHeader(Name = "Idempotency-Key")] string? once)
    {
        var who = http.RequiredSignedIn();
        var written = JsonSerializer.Serialize(asked, JournalBook.Json);
        var outcome = await database.WriteAsync(w => Receipts.Once(w, once, who.Account, written, city.Now, () => IssueAlert.Run(w, asked, who, city, key).Then<long>(a => a.Id))
            .Then<(Alert Alert, bool Now)>(done => (AlertBook.Find(w, done.Subject)!, done.Now)));
        return !outcome.Is(out var done, out var refusal) ? Problems.Of(refusal)
            : done.Now ? TypedResults.Created($"/alerts/{done.Alert.Id}.xml", done.Alert)
            : TypedResults.Ok(done.Alert);
    }

    private static async Task<Results<Ok<Alert>, ProblemHttpResult>> CancelAsync(
        long id, Cancellation asked, HttpContext http, Database database, CityContext city, AlertKey key)
    {
        var who = http.RequiredSignedIn();
        return (await database.WriteAsync(w => IssueAlert.Cancel(w, id, asked.Words, asked.English, who, city, key))).OkOr();
    }

    private static async Task<Results<Created<Alert>, Ok<Alert>, ProblemHttpResult>> ReceiveAsync(
        HttpContext http, Database database, CityContext city, CancellationToken cancel)
    {
        var who = http.RequiredSignedIn();
        var body = new byte[CapReader.MostBytes + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel);
        var outcome = await database.WriteAsync(w => ReceiveAlert.Run(w, body[..length], "import", null, who.Actor, city));
        return !outcome.Is(out var done, out var refusal) ? Problems.Of(refusal)
            : done.Now ? TypedResults.Created($"/alerts/{done.Alert.Id}.xml", done.Alert)
            : TypedResults.Ok(done.Alert);
    }
}
