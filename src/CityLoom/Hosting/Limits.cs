using System.Threading.RateLimiting;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.RateLimiting;

namespace CityLoom.Hosting;

/// <summary>How often one address may try to sign in, and how fast one visitor may ask.</summary>
internal static class Limits
{
    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "30";
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
    }

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        return HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/sign-in")
            ? RateLimitPartition.GetFixedWindowLimiter("sign-in " + address, _ => new FixedWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) })
            : context.Request.Headers.Authorization.Count > 0 || IsPosted311(context.Request)
                ? RateLimitPartition.GetNoLimiter("key")
                : RateLimitPartition.GetTokenBucketLimiter("visitor " + address, _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = 600,
                    TokensPerPeriod = 200,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                });
    }

    /// <summary>Programs send their Open311 key inside the form; the endpoint looks at it first, and counts as the key in the header does.</summary>
    private static bool IsPosted311(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/open311");
}
