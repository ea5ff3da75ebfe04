using System.Globalization;
using CityLoom.City;
using CityLoom.Emergency.Plans;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Command;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>What people do with plans, responses and drills.</summary>
internal static class CommandForms
{
    private const int LargestPlan = 1024 * 1024;

    private static readonly Refusal NoFile = new("plan.file", "请选择一个不超过 1 MB 的 JSON 文件。", "Choose a JSON file of at most 1 MB.", 400);
    private static readonly Refusal NoLevel = new("activation.level", "请选择级别。", "Choose a level.", 400);
    private static readonly Refusal NoIncident = new("activation.incident", "事件编号写作 SJ-000123。", "Write an incident's number like SJ-000123.", 400);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/emergency/plans", ImportAsync);
        endpoints.MapGet("/emergency/plans/{code}/file", FileAsync);
        endpoints.MapPost("/emergency/plans/{code}/tasks", TasksAsync);
        endpoints.MapPost("/emergency/plans/{code}/activations", ActivateAsync);
        endpoints.MapPost("/emergency/plans/responses/{id:long}/level", LevelAsync);
        endpoints.MapPost("/emergency/plans/responses/{id:long}/situations", SituationAsync);
        endpoints.MapPost("/emergency/plans/responses/{id:long}/end", EndAsync);
        endpoints.MapPost("/emergency/drills/{id:long}/conclusions", ConcludeAsync);
    }

    private static async Task<IResult> ImportAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say, CancellationToken cancel)
    {
        if (form.Files is not [{ Length: > 0 and <= LargestPlan } file, ..])
        {
            return new Refused(NoFile, form).Redraw<PlansPage>();
        }

        using var reader = new StreamReader(file.OpenReadStream());
        var json = await reader.ReadToEndAsync(cancel);
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => ImportPlan.Run(w, json, who, city));
        return outcome.Is(out var done, out var refusal)
            ? Said.Done(http, "/emergency/plans", done.Changed ? say["plan.imported", ("name", done.Plan.Name), ("n", done.Plan.Version)] : say["plan.same"])
            : new Refused(refusal, form).Redraw<PlansPage>();
    }

    private static async Task<IResult> TasksAsync(string code, IFormCollection form, HttpContext http, Database database, CityContext city, Say say, CancellationToken cancel)
    {
        if (form.Files is not [{ Length: > 0 and <= LargestPlan } file, ..])
        {
            return new Refused(NoFile, form).Redraw<PlanPage>(("Code", code));
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => PlanTaskSheet.Import(w, code, Path.GetFileName(file.FileName), bytes.ToArray(), who, city));
        return outcome.Is(out var done, out var refusal)
            ? Said.Done(http, $"/emergency/plans/{code}", done.Changed ? say["plan.imported", ("name", done.Plan.Name), ("n", done.Plan.Version)] : say["plan.same"])
            : new Refused(refusal, form).Redraw<PlanPage>(("Code", code));
    }

    private static async Task<IResult> FileAsync(string code, Database database)
    {
        var plan = await database.ReadAsync(s => PlanBook.Find(s, code) is { } head ? PlanBook.Read(s, head.Id, head.Version) : null);
        return plan is null ? Results.NotFound() : Results.Text(PlanCheck.Write(plan), "application/json", System.Text.Encoding.UTF8);
    }

    private static async Task<IResult> ActivateAsync(string code, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var outcome = Asked(form, who, city, await database.ReadAsync(s => PlanBook.Find(s, code)?.Organization)).Is(out var asked, out var malformed)
            ? await database.WriteAsync(w => Receipts.Once(
                w, MatterFields.Text(form, "key"), who.Account, MatterFields.Fingerprint(form), city.Now,
                () => ActivatePlan.Run(w, code, asked, who, city).Then<long>(done => done.Activation.Id)))
            : malformed;
        return outcome.Is(out var made, out var refusal)
            ? Said.Done(http, Base(made.Subject), say["plan.called"])
            : new Refused(refusal, form).Redraw<PlanPage>(("Code", code));
    }

    private static async Task<IResult> LevelAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var outcome = Enum.TryParse<ResponseLevel>(MatterFields.Text(form, "level"), out var level)
            ? await database.WriteAsync(w => ChangeLevel.Run(w, id, level, MatterFields.Text(form, "reason"), who, city))
            : NoLevel;
        return outcome.Is(out var done, out var refusal)
            ? Said.Done(http, Base(id), say["board.changed", ("level", done.Activation.Level.Words().In(say.Language.Tag())), ("n", done.Opened)])
            : new Refused(refusal, form).Redraw<ResponsePage>(("Id", id));
    }

    private static async Task<IResult> SituationAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => WriteSituation.Run(w, id, MatterFields.Text(form, "text"), who, city));
        return outcome.Is(out var made, out var refusal)
            ? Said.Done(http, Base(id) + "#situations", say["situation.done", ("n", made.Number)])
            : new Refused(refusal, form).Redraw<ResponsePage>(("Id", id));
    }

    private static async Task<IResult> EndAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => EndActivation.Run(w, id, MatterFields.Text(form, "text"), who, city));
        return outcome.Is(out _, out var refusal)
            ? Said.Done(http, Base(id), say["board.ended-said"])
            : new Refused(refusal, form).Redraw<ResponsePage>(("Id", id));
    }

    private static async Task<IResult> ConcludeAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var asked = new NewConclusion
        {
            Words = MatterFields.Text(form, "words") ?? "",
            Organization = MatterFields.Text(form, "organization") ?? "",
            DueDate = DateOnly.TryParseExact(form["due"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? due : DateOnly.MinValue,
        };
        var outcome = await database.WriteAsync(w => ConcludeReview.Run(w, id, asked, who, city));
        return outcome.Is(out _, out var refusal)
            ? Said.Done(http, $"/emergency/drills/{id}#conclusions", say["drill.concluded"])
            : new Refused(refusal, form).Redraw<ReviewPage>(("Id", id));
    }

    /// <summary>The call as the form says it. In command is whoever keeps the plan, or the caller's own organization where that one is not theirs.</summary>
    private static Outcome<NewActivation> Asked(IFormCollection form, Kernel.Accounts.SignedIn who, CityContext city, string? keeper)
    {
        if (!Enum.TryParse<ResponseLevel>(MatterFields.Text(form, "level"), out var level))
        {
            return NoLevel;
        }

        var incident = MatterFields.Text(form, "incident");
        long number = 0;
        if (incident is not null && !long.TryParse(incident[(incident.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            return NoIncident;
        }

        return new NewActivation
        {
            Level = level,
            Drill = form["drill"] != "false",
            Title = MatterFields.Text(form, "title") ?? "",
            Territory = MatterFields.Text(form, "territory"),
            Organization = keeper is not null && ActivatePlan.MayCommand(who, keeper, city) ? null : who.Organization,
            Incident = incident is null ? null : number,
        };
    }

    private static string Base(long id) => $"/emergency/plans/responses/{id}";
}
