using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>What people change of their own account.</summary>
internal static class AccountForms
{
    private const string Page = "/account";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/account/password", ChangePasswordAsync);
        endpoints.MapPost("/account/keys/{id:long}/revocation", RevokeKeyAsync);
    }

    private static async Task<IResult> ChangePasswordAsync(
        [FromForm] string? present, [FromForm] string? wanted, [FromForm] string? repeated, HttpContext http, OwnAccount own, Say say)
    {
        var outcome = await own.ChangePasswordAsync(http.RequiredSignedIn(), present ?? "", wanted ?? "", repeated ?? "");
        if (!outcome.Is(out var account, out var refusal))
        {
            return Said.Refused(http, Page, refusal);
        }

        await Sessions.BeginAsync(http, account);
        return Said.Done(http, Page, say["own.changed"]);
    }

    private static async Task<IResult> RevokeKeyAsync(long id, HttpContext http, OwnAccount own, Say say)
    {
        var outcome = await own.RevokeKeyAsync(http.RequiredSignedIn(), id);
        return outcome.Refusal is { } refusal ? Said.Refused(http, Page, refusal) : Said.Done(http, Page, say["own.key-done"]);
    }
}
