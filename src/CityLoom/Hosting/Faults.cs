using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Diagnostics;

namespace CityLoom.Hosting;

/// <summary>Turns what was thrown into an answer: a full queue into 503 with Retry-After, a malformed request into 400, a bug into 500 with a trace id.</summary>
internal sealed class Faults(RequestDelegate next, ILogger<Faults> log)
{
    private static readonly Refusal Busy = new("busy", "系统正忙，请稍候再试；这次的操作没有执行。", "Busy; nothing was done. Try again in a moment.", 503);
    private static readonly Refusal Bug = new("fault", "系统出错了；这次的操作没有执行，已记录。", "Something went wrong; nothing was done, and it has been recorded.", 500);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            // The page of a status is only ever read, also when what failed was a form: its token and fields are not looked at again.
            context.Request.Method = HttpMethods.Get;
        }

        try
        {
            if (context.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal))
            {
                throw new BadHttpRequestException("The address holds the character NUL.");
            }

            await next(context);
        }
        catch (DatabaseBusyException)
        {
            context.Response.Headers.RetryAfter = "1";
            await AnswerAsync(context, Busy);
        }
        catch (BadHttpRequestException malformed)
        {
            await AnswerAsync(context, new Refusal("request.malformed", $"请求格式不对：{malformed.Message}", malformed.Message, malformed.StatusCode));
        }
        catch (InvalidOperationException unparsed) when (IsOfTheAddress(unparsed))
        {
            await AnswerAsync(context, new Refusal("request.malformed", $"地址中的参数不对：{unparsed.Message}", unparsed.Message, 400));
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            log.LogError(fault, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            await AnswerAsync(context, Bug);
        }
    }

    /// <summary>True where a program asks and gets ProblemDetails; a person gets the page of the status.</summary>
    public static bool ForProgram(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Headers.Authorization.Count > 0
        || !request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    /// <summary>A page's query holds a word where a number belongs; Razor components have no exception of their own for it.</summary>
    private static bool IsOfTheAddress(InvalidOperationException fault) => fault.Message.StartsWith("Cannot parse the value '", StringComparison.Ordinal);

    private static async Task AnswerAsync(HttpContext context, Refusal refusal)
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        if (ForProgram(context.Request))
        {
            await Problems.Of(refusal).ExecuteAsync(context);
        }
        else
        {
            // A page that failed half-way may have said what it is going to be; the page of the status says that itself.
            context.Response.ContentType = null;
            context.Response.StatusCode = refusal.Status;
        }
    }
}
