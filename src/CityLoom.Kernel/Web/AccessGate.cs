using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CityLoom.Kernel.Web;

/// <summary>Lets a request through to its endpoint only as the access table says.</summary>
public static class AccessGate
{
    internal static readonly Refusal NotSignedIn = new("access.sign-in", "请先登录。", "Sign in first.", 401);

    private static readonly Refusal NotAllowed = new("access.role", "您的岗位不能使用这个功能。", "Your post may not use this.", 403);

    /// <summary>Puts the gate between routing and the endpoints.</summary>
    public static IApplicationBuilder UseAccessGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        var who = context.SignedIn();
        var line = context.RequestServices.GetRequiredService<AccessTable>().For(context.Request.Method, endpoint);
        if (line?.Lets(who) == true)
        {
            await next(context);
        }
        else if (who is not null)
        {
            await RefuseAsync(context, NotAllowed);
        }
        else if (IsPage(context.Request))
        {
            context.Response.Redirect("/sign-in?returnUrl=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
        }
        else
        {
            await RefuseAsync(context, NotSignedIn);
        }
    });

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        if (!IsPage(context.Request))
        {
            return Problems.Of(refusal).ExecuteAsync(context);
        }

        // The page of this status is drawn by the status-code pages of the host.
        context.Response.StatusCode = refusal.Status;
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.Headers.Authorization.Count == 0
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
