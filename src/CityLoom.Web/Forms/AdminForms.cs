using CityLoom.City;
using CityLoom.City.Administration;
using CityLoom.City.Calendar;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Jobs;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Admin;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>What administrators do with accounts, the calendar and jobs.</summary>
internal static class AdminForms
{
    private const string Accounts = "/admin/accounts/";

    private static readonly Refusal NoFile = new("calendar.file", "请选择通知文件 (CSV)。", "Choose the notice's file (CSV).", 400);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/admin/accounts", AddAsync);
        endpoints.MapPost("/admin/accounts/{name}/grants", GrantAsync);
        endpoints.MapPost("/admin/accounts/{name}/revocations", RevokeAsync);
        endpoints.MapPost("/admin/accounts/{name}/lock", LockAsync);
        endpoints.MapPost("/admin/accounts/{name}/password", ResetAsync);
        endpoints.MapPost("/admin/calendar/preview", PreviewAsync);
        endpoints.MapPost("/admin/calendar", ImportAsync);
        endpoints.MapPost("/admin/jobs/{name}/run", RunAsync);
    }

    private static async Task<IResult> AddAsync(IFormCollection form, CityContext city, [AsParameters] AccountDesk desk)
    {
        var grant = GrantOf(form, city);
        var outcome = await desk.Add(new NewAccount
        {
            Name = MatterFields.Text(form, "name") ?? "", DisplayName = MatterFields.Text(form, "display") ?? "", Grants = [grant],
        });
        return outcome.Is(out var account, out var refusal)
            ? await ShowPasswordAsync(account.Name, desk)
            : new Refused(refusal, form).Redraw<AccountsPage>();
    }

    private static async Task<IResult> GrantAsync(string name, IFormCollection form, CityContext city, HttpContext http, Say say, [AsParameters] AccountDesk desk) =>
        Answer(await desk.Grant(name, GrantOf(form, city)), name, form, http, say["account.granted"]);

    private static async Task<IResult> RevokeAsync(string name, IFormCollection form, CityContext city, HttpContext http, Say say, [AsParameters] AccountDesk desk) =>
        Answer(await desk.Revoke(name, GrantOf(form, city)), name, form, http, say["account.revoked"]);

    private static async Task<IResult> LockAsync(string name, [FromForm] bool locked, IFormCollection form, HttpContext http, Say say, [AsParameters] AccountDesk desk) =>
        Answer(await desk.Lock(name, locked), name, form, http, say[locked ? "account.now-locked" : "account.now-open"]);

    private static async Task<IResult> ResetAsync(string name, IFormCollection form, HttpContext http, [AsParameters] AccountDesk desk) =>
        await ShowPasswordAsync(name, desk);

    private static async Task<IResult> ShowPasswordAsync(string name, AccountDesk desk)
    {
        var outcome = await desk.Reset(name);
        return outcome.Is(out var password, out var refusal)
            ? Drawn.Page<AccountPage>(StatusCodes.Status200OK, ("Name", name), ("Password", password))
            : Drawn.Page<AccountPage>(refusal.Status, ("Name", name), ("Refused", new Refused(refusal, FormCollection.Empty)));
    }

    private static IResult Answer(Outcome<Account> outcome, string name, IFormCollection form, HttpContext http, string done) =>
        outcome.Refusal is { } refusal
            ? new Refused(refusal, form).Redraw<AccountPage>(("Name", name))
            : Said.Done(http, Accounts + Uri.EscapeDataString(name), done);

    /// <summary>Shows what a notice would move; the notice itself goes along in the page, and nothing is kept.</summary>
    private static async Task<IResult> PreviewAsync(IFormCollection form, Database database, CityContext city, CancellationToken cancel)
    {
        if (form.Files.FirstOrDefault(f => f.Length > 0) is not { } file)
        {
            return new Refused(NoFile, form).Redraw<CalendarPage>();
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        var text = ReadNotice.Text(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return ReadNotice.From(text).Is(out var days, out var refusal)
            ? Drawn.Page<CalendarPage>(StatusCodes.Status200OK, ("Preview", await database.ReadAsync(s => PreviewNotice.Run(s, days, city), cancel)), ("Notice", text))
            : new Refused(refusal, form).Redraw<CalendarPage>();
    }

    private static async Task<IResult> ImportAsync(
        IFormCollection form, HttpContext http, Database database, CalendarBook calendar, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        if (!ReadNotice.From(form["notice"].ToString()).Is(out var days, out var refusal))
        {
            return new Refused(refusal, form).Redraw<CalendarPage>();
        }

        var taken = await ImportedNotice.TakeAsync(database, calendar, city, who.Actor, days, http.RequestAborted);
        return Said.Done(http, "/admin/calendar", say["admin.imported", ("days", taken.Days), ("n", taken.Moved)]);
    }

    private static async Task<IResult> RunAsync(string name, [FromForm] string? back, HttpContext http, Database database, Say say) =>
        await database.WriteAsync(w => JobBook.Hasten(w, name))
            ? Said.Done(http, back is { Length: > 1 } ? back : "/admin/jobs", say["admin.hastened"])
            : Results.NotFound();

    /// <summary>The role of the fields; the organization by its name or code.</summary>
    private static Grant GrantOf(IFormCollection form, CityContext city)
    {
        var organization = MatterFields.Text(form, "organization") ?? "";
        return new Grant
        {
            Role = Enum.TryParse<Role>(MatterFields.Text(form, "role"), out var role) ? role : Role.Handler,
            Organization = city.Organizations.Find(organization)?.Code
                ?? city.Organizations.All.FirstOrDefault(o => o.ShortName == organization || o.Name == organization || o.EnglishName == organization)?.Code ?? organization,
            Territory = MatterFields.Text(form, "territory"),
        };
    }
}
