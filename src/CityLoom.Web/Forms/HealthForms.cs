using System.Globalization;
using CityLoom.City;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Tuning;
using CityLoom.Health.Warnings;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Health;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>What the epidemiologist's post does with warnings and settings, and what is imported by hand.</summary>
internal static class HealthForms
{
    private static readonly Refusal Nothing = new("csv.file", "请选择一个 CSV 文件，或粘贴内容。", "Choose a CSV file or paste its text.", 400);

    private static readonly Refusal NotStreams = new("csv.kind", "登记数据流由流行病学岗或管理员办理。", "Streams are entered by the epidemiologist's post or an administrator.", 403);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/health/warnings/{id:long}/acts", ActAsync);
        endpoints.MapPost("/health/tuning", AdoptAsync);
        endpoints.MapPost("/health/import", ImportAsync);
    }

    private static async Task<IResult> AdoptAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var outcome = await database.WriteAsync(w =>
        {
            var present = SweepSettings.Load(w);
            return SweepSettings.Put(w, TriedSettings.Read(name => MatterFields.Text(form, name), present), city.Now, http.RequiredSignedIn().Actor).Then<bool>(put => put != present);
        });
        return outcome.Is(out var changed, out var refusal)
            ? Said.Done(http, "/health/tuning", say[changed ? "tuning.adopted" : "tuning.same"])
            : new Refused(refusal, form).Redraw<TuningPage>();
    }

    private static async Task<IResult> ImportAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var text = form.Files["file"] is { Length: > 0 } file ? await ReadAsync(file) : MatterFields.Text(form, "text") ?? "";
        var who = http.RequiredSignedIn();
        var outcome = text.Length == 0 ? Nothing
            : form["kind"] == "streams" ? await StreamsAsync(text, who, database, city, say)
            : await CountsAsync(text, who, database, city, say);
        return outcome.Is(out var done, out var refusal)
            ? Said.Done(http, "/health/streams", done)
            : new Refused(refusal, form).Redraw<HealthImportPage>();
    }

    private static async Task<Outcome<string>> StreamsAsync(string text, SignedIn who, Database database, CityContext city, Say say)
    {
        if (!who.Is(Role.Epidemiologist) && !who.Is(Role.Administrator))
        {
            return NotStreams;
        }

        return StreamFile.Read("streams", new StringReader(text)).AsOutcome().Is(out var streams, out var refusal)
            ? (await database.WriteAsync(w => StreamBook.Put(w, streams, city.Now, who.Actor))).Then<string>(n => say["intake.done-streams", ("n", n)])
            : refusal;
    }

    private static async Task<Outcome<string>> CountsAsync(string text, SignedIn who, Database database, CityContext city, Say say)
    {
        var streams = (await database.ReadAsync(StreamBook.All)).ToDictionary(s => s.Code, StringComparer.Ordinal);
        if (!CountFile.Read("counts", new StringReader(text), streams, city.Territories, city.Clock.Today).AsOutcome().Is(out var values, out var refusal))
        {
            return refusal;
        }

        return (await database.WriteAsync(w => ReportCounts.Run(w, values, who, city)))
            .Then<string>(c => say["intake.done", ("added", c.Added), ("revised", c.Revised), ("same", c.Unchanged)]);
    }

    private static async Task<string> ReadAsync(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync();
    }

    private static async Task<IResult> ActAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say, HealthInWords words)
    {
        if (!Enum.TryParse<WarningAct>(MatterFields.Text(form, "act"), out var act))
        {
            return Results.BadRequest();
        }

        var request = new TriageRequest
        {
            Act = act,
            Reason = MatterFields.Text(form, "reason"),
            Level = int.TryParse(form["level"], CultureInfo.InvariantCulture, out var level) ? level : null,
            Onset = DateOnly.TryParseExact(form["onset"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var onset) ? onset : null,
            Version = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : null,
        };
        var outcome = await database.WriteAsync(w => TriageWarning.Run(w, id, request, http.RequiredSignedIn(), city));
        return outcome.Refusal is { } refusal
            ? new Refused(refusal, form).Redraw<WarningPage>(("Id", id))
            : Said.Done(http, $"/health/warnings/{id}", say["health.done", ("act", words.In(WarningWords.Of(act)))]);
    }
}
