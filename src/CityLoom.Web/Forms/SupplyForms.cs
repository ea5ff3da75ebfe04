using System.Globalization;
using CityLoom.City;
using CityLoom.Emergency.Supplies;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Command;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>Asking for supplies, promising, sending and receiving them, writing off what has expired.</summary>
internal static class SupplyForms
{
    private const string Page = "/emergency/supplies";
    private const string PartOnly = "CommitPart";

    private static readonly Refusal NoAct = new("form.act", "表单不完整，请从物资页面重新打开。", "The form is incomplete; open it from the page of supplies again.", 400);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Page, AskAsync);
        endpoints.MapPost(Page + "/{id:long}/acts", ActAsync);
        endpoints.MapPost(Page + "/lots/{id:long}/write-off", WriteOffAsync);
    }

    private static async Task<IResult> AskAsync(IFormCollection form, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var asked = new NewSupplyNeed
        {
            Item = MatterFields.Text(form, "item") ?? "",
            Quantity = long.TryParse(form["quantity"], NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) ? quantity : 0,
            Territory = MatterFields.Text(form, "territory") ?? "",
            Place = MatterFields.Text(form, "place"),
            Priority = int.TryParse(form["priority"], CultureInfo.InvariantCulture, out var priority) ? priority : 0,
            WithinMinutes = MatterFields.Text(form, "within") is { } within ? int.TryParse(within, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0 : null,
        };
        var outcome = await database.WriteAsync(w => Receipts.Once(
            w, MatterFields.Text(form, "key"), who.Account, MatterFields.Fingerprint(form), city.Now, () => RequestSupplies.Run(w, asked, who, city).Then<long>(n => n.Id)));
        return outcome.Is(out _, out var refusal) ? Said.Done(http, Page, say["supply.asked"]) : new Refused(refusal, form).Redraw<SuppliesPage>();
    }

    private static async Task<IResult> ActAsync(long id, IFormCollection form, HttpContext http, Database database, CityContext city, SupplyWays ways, Say say)
    {
        var who = http.RequiredSignedIn();
        var (written, returned) = (form["act"].ToString(), long.TryParse(form["returned"], NumberStyles.None, CultureInfo.InvariantCulture, out var back) ? back : -1);
        var outcome = Enum.TryParse<SupplyAct>(written == PartOnly ? nameof(SupplyAct.Commit) : written, out var act)
            ? await database.WriteAsync(w => ActOnSupply.Run(w, id, new SupplyActRequest { Act = act, Partial = written == PartOnly, Returned = returned }, who, city, ways))
            : NoAct;
        return outcome.Is(out var need, out var refusal)
            ? Said.Done(http, Page, say["supply.now", ("state", need.State.Words().In(say.Language.Tag()))])
            : Said.Refused(http, Page, refusal);
    }

    private static async Task<IResult> WriteOffAsync(long id, HttpContext http, Database database, CityContext city, Say say)
    {
        var who = http.RequiredSignedIn();
        var outcome = await database.WriteAsync(w => KeepStock.WriteOff(w, id, who, city));
        return outcome.Is(out _, out var refusal) ? Said.Done(http, Page + "#stock", say["supply.written-off"]) : Said.Refused(http, Page, refusal);
    }
}
