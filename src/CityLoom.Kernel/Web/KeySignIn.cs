using CityLoom.Kernel.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CityLoom.Kernel.Web;

/// <summary>
/// Signs programs in by <c>Authorization: Bearer KEY</c>; no cookie, so nothing that another site could ride on. A key that is unknown
/// or was revoked signs nobody in.
/// </summary>
internal static class KeySignIn
{
    private const string Scheme = "Bearer ";

    public static Task Run(HttpContext context, RequestDelegate next) =>
        context.Request.Headers.Authorization is [{ } header, ..] && header.StartsWith(Scheme, StringComparison.Ordinal) ? SignInAsync(context, header, next) : next(context);

    private static async Task SignInAsync(HttpContext context, string header, RequestDelegate next)
    {
        if (await context.RequestServices.GetRequiredService<SignedInCache>().ByKeyAsync(header[Scheme.Length..].Trim()).ConfigureAwait(false) is { } who)
        {
            SignedInFeature.Set(context, who);
        }

        await next(context).ConfigureAwait(false);
    }
}
