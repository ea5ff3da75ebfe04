using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>Signing in and out.</summary>
internal static class SignInForms
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/sign-in", SignInAsync);
        endpoints.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> SignInAsync([FromForm] string? name, [FromForm] string? password, [FromForm] string? returnUrl, HttpContext http, SignIn signIn)
    {
        var outcome = await signIn.WithPasswordAsync(name ?? "", password ?? "");
        if (!outcome.Is(out var account, out var refusal))
        {
            return Said.Refused(http, "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl ?? "/city"), refusal);
        }

        await Sessions.BeginAsync(http, account);
        return Results.LocalRedirect(returnUrl is { Length: > 0 } && returnUrl.StartsWith('/') && returnUrl.AsSpan(1) is not ['/' or '\\', ..] ? returnUrl : "/city");
    }

    private static async Task<IResult> SignOutAsync([FromForm] string? returnUrl, HttpContext http)
    {
        await Sessions.EndAsync(http);
        return Results.LocalRedirect("/sign-in");
    }
}
