using System.Globalization;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Files;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Matters;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MatterPage = CityLoom.Web.Pages.Matters.MatterPage;

namespace CityLoom.Web.Forms;

/// <summary>What people do with matters: acts, evidence, parts, new ones, monthly reports.</summary>
internal static class MatterForms
{
    private static readonly Refusal NoFile = new("form.file-missing", "请选择要上传的文件。", "Choose a file to upload.", 400);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/matters", CreateAsync);
        endpoints.MapPost("/matters/reports", ReportAsync);
        endpoints.MapPost("/matters/{id:long}/acts", ActAsync);
        endpoints.MapPost("/matters/{id:long}/evidence", AttachAsync);
        endpoints.MapPost("/matters/{id:long}/parts", DivideAsync);
    }

    private static async Task<IResult> ActAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var asked = MatterFields.Act(form, city);
        var outcome = asked.Is(out var request, out var malformed)
            ? await database.WriteAsync(w => ActOnMatter.Run(w, id, request, city.For(who)))
            : malformed;
        return outcome.Is(out var matter, out var refusal)
            ? Said.Done(http, $"/matters/{id}", say["act.done", ("act", MatterWords.Of(request!.Act).In(say.Language.Tag())), ("state", MatterWords.Of(matter.State).In(say.Language.Tag()))])
            : new Refused(refusal, form).Redraw<MatterPage>(("Id", id));
    }

    private static async Task<IResult> AttachAsync(
        long id, IFormCollection form, HttpContext http, Database database, FileStore files, CityContext city, Say say, CancellationToken cancel)
    {
        var who = http.RequiredSignedIn();
        var chosen = form.Files.Where(f => f.Length > 0).ToList();
        if (chosen.Count == 0)
        {
            return new Refused(NoFile, form).Redraw<MatterPage>(("Id", id));
        }

        foreach (var file in chosen)
        {
            await using var content = file.OpenReadStream();
            var outcome = await AttachEvidence.RunAsync(database, files, city.For(who), id, content, file.FileName, MatterFields.Text(form, "reason"), cancel);
            if (!outcome.Is(out _, out var refusal))
            {
                return new Refused(refusal with { Words = $"{file.FileName}：{refusal.Words}", English = $"{file.FileName}: {refusal.English}" }, form).Redraw<MatterPage>(("Id", id));
            }
        }

        return Said.Done(http, $"/matters/{id}#evidence", say["evidence.added", ("n", chosen.Count)]);
    }

    private static async Task<IResult> DivideAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var asked = MatterFields.Parts(form, city);
        var outcome = asked.Is(out var parts, out var malformed)
            ? await database.WriteAsync(w => DivideMatter.Run(w, id, parts, city.For(who), city.Territories))
            : malformed;
        return outcome.Is(out var made, out var refusal)
            ? Said.Done(http, $"/matters/{id}#parts", say["divide.done", ("n", made.Count)])
            : new Refused(refusal, form).Redraw<MatterPage>(("Id", id));
    }

    private static async Task<IResult> CreateAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var asked = MatterFields.New(form, city);
        var outcome = asked.Is(out var matter, out var malformed)
            ? await database.WriteAsync(w =>
            {
                // The form carries a key, so that a second press makes no second matter.
                var context = city.For(who);
                return Receipts.Once(w, MatterFields.Text(form, "key"), who.Account, MatterFields.Fingerprint(form), context.Now,
                    () => CreateMatter.Run(w, matter, context, city.Territories).Then<long>(m => m.Id));
            })
            : malformed;
        return outcome.Is(out var made, out var refusal)
            ? Said.Done(http, $"/matters/{made.Subject.ToString(CultureInfo.InvariantCulture)}", say["new.done"])
            : new Refused(refusal, form).Redraw<NewMatterPage>();
    }

    /// <summary>Each row stands for itself: what is refused is said beside its row, the others are kept.</summary>
    private static async Task<IResult> ReportAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var refusals = new Dictionary<long, Refusal>();
        var done = 0;
        foreach (var (id, request) in MatterFields.Reports(form))
        {
            var outcome = await database.WriteAsync(w => ActOnMatter.Run(w, id, request, city.For(who)));
            done += outcome.Refusal is null ? 1 : 0;
            if (outcome.Refusal is { } refusal)
            {
                refusals[id] = refusal;
            }
        }

        var period = MatterFields.Text(form, "period");
        return refusals.Count == 0
            ? Said.Done(http, $"/matters/reports?period={Uri.EscapeDataString(period ?? "")}", say["reports.done", ("n", done)])
            : new Refused(refusals.Values.First(), form).Redraw<ReportsPage>(("Refusals", refusals), ("Sent", done));
    }
}
