using CityLoom.Kernel;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Antiforgery;

namespace CityLoom.Hosting;

/// <summary>
/// A session's cookie goes along with whatever a browser is made to send, so whatever changes something needs a form's token beside it:
/// in the form, or for the API in the header <c>RequestVerificationToken</c>. The framework sees to it only where it binds a form; this
/// sees to all the others. Keys are sent by programs only and need none, and where nobody is signed in there is nothing to ride on.
/// </summary>
internal static class CrossSite
{
    private static readonly Refusal NoToken = new(
        "access.token", "请求缺少防伪令牌；程序请用密钥 (Authorization: Bearer)。", "The request lacks the token of a form; programs send a key (Authorization: Bearer).", 400);

    public static async Task Refuse(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        var byFramework = context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };
        var bySession = context.User.Identity?.IsAuthenticated == true && request.Headers.Authorization.Count == 0;
        if (safe || byFramework || context.GetEndpoint() is null || !bySession
            || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await next(context);
            return;
        }

        await Problems.Of(NoToken).ExecuteAsync(context);
    }
}
