using System.Globalization;
using CityLoom.City;
using CityLoom.Emergency.Alerts;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Command;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>Writing an alert, seeing it as others will, sending it; taking it back; taking one in.</summary>
internal static class AlertForms
{
    private static readonly Refusal NoFile = new("alert.file", "请选择一个 CAP 文件，不超过 4 MB。", "Choose a CAP file of at most 4 MB.", 400);
    private static readonly Refusal NoTime = new("alert.expires", "请写明失效时间。", "Say until when it holds.", 400);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/emergency/alerts", WriteAsync);
        endpoints.MapPost("/emergency/alerts/{id:long}/cancellation", CancelAsync);
        endpoints.MapPost("/emergency/alerts/received", ReceiveAsync);
    }

    private static async Task<IResult> WriteAsync(IFormCollection form, HttpContext http, Database database, CityContext city, AlertKey key, Say say)
    {
        if (form["act"] == "back")
        {
            return Drawn.Page<NewAlertPage>(StatusCodes.Status200OK, ("Back", form));
        }

        var who = http.RequiredSignedIn();
        if (!Asked(form, city).Is(out var asked, out var refusal)
            || !(await database.ReadAsync(s => IssueAlert.Preview(s, asked, who, city))).Is(out var message, out refusal)
            || !CapReader.Read(System.Text.Encoding.UTF8.GetBytes(CapWriter.Write(message, city.Clock.Zone).ToString())).Is(out _, out refusal))
        {
            return new Refused(refusal, form).Redraw<NewAlertPage>();
        }

        var confirmed = MatterFields.Text(form, "confirm") is { } word && (word == asked.Chinese.Event || word.Equals(asked.English.Event, StringComparison.OrdinalIgnoreCase));
        if (form["act"] != "issue" || !confirmed)
        {
            return Drawn.Page<AlertPreview>(
                form["act"] == "issue" ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
                ("Message", message), ("Xml", CapWriter.Write(message, city.Clock.Zone).ToString()), ("Form", form),
                ("Wrong", form["act"] == "issue" ? say["alert.confirm-wrong", ("word", asked.Chinese.Event)] : null));
        }

        var outcome = await database.WriteAsync(w => Receipts.Once(
            w, MatterFields.Text(form, "key"), who.Account, MatterFields.Fingerprint(form), city.Now, () => IssueAlert.Run(w, asked, who, city, key).Then<long>(a => a.Id)));
        return outcome.Is(out var made, out refusal)
            ? Said.Done(http, "/emergency/alerts", say["alert.issued"])
            : new Refused(refusal, form).Redraw<NewAlertPage>();
    }

    private static async Task<IResult> CancelAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, AlertKey key, Say say)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => IssueAlert.Cancel(w, id, MatterFields.Text(form, "reason-zh"), MatterFields.Text(form, "reason-en"), who, city, key));
        return outcome.Is(out _, out var refusal)
            ? Said.Done(http, "/emergency/alerts", say["alert.cancelled"])
            : new Refused(refusal, form).Redraw<EndAlertPage>(("Id", id));
    }

    private static async Task<IResult> ReceiveAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say, CancellationToken cancel)
    {
        if (form.Files is not [{ Length: > 0 and <= CapReader.MostBytes } file, ..])
        {
            return new Refused(NoFile, form).Redraw<StaffAlertsPage>();
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => ReceiveAlert.Run(w, content.ToArray(), "import", null, who.Actor, city));
        return outcome.Is(out var done, out var refusal)
            ? Said.Done(http, "/emergency/alerts", say[done.Now ? "alert.received" : "alert.known"])
            : new Refused(refusal, form).Redraw<StaffAlertsPage>();
    }

    private static Outcome<NewAlert> Asked(IFormCollection form, CityContext city)
    {
        if (Time(form, "expires", city) is not { } expires)
        {
            return NoTime;
        }

        return new NewAlert
        {
            Replaces = long.TryParse(form["replaces"], CultureInfo.InvariantCulture, out var id) ? id : null,
            Organization = MatterFields.Text(form, "organization"),
            Status = Enum.TryParse<CapStatus>(form["status"], out var status) ? status : CapStatus.Draft,
            Category = MatterFields.Text(form, "category") ?? "",
            Response = MatterFields.Text(form, "response"),
            Urgency = MatterFields.Text(form, "urgency") ?? "",
            Severity = MatterFields.Text(form, "severity") ?? "",
            Certainty = MatterFields.Text(form, "certainty") ?? "",
            Onset = Time(form, "onset", city),
            Expires = expires,
            Territories = [.. form["territories"].OfType<string>()],
            Chinese = Words(form, "zh"),
            English = Words(form, "en"),
        };
    }

    private static AlertWords Words(IFormCollection form, string language) => new()
    {
        Event = MatterFields.Text(form, "event-" + language) ?? "",
        Headline = MatterFields.Text(form, "headline-" + language) ?? "",
        Description = MatterFields.Text(form, "description-" + language) ?? "",
        Instruction = MatterFields.Text(form, "instruction-" + language) ?? "",
    };

    /// <summary>A civil date and time of the city.</summary>
    private static DateTimeOffset? Time(IFormCollection form, string field, CityContext city) =>
        DateTime.TryParseExact(form[field], ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? city.Clock.Instant(local) : null;
}
