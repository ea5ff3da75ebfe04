using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityLoom.Kernel.Web;

/// <summary>The one place that turns a refusal into an HTTP problem (RFC 9457).</summary>
public static class Problems
{
    /// <summary>The refusal as ProblemDetails, its words in the language of the request, its code as <c>code</c>.</summary>
    public static ProblemHttpResult Of(Refusal refusal) => TypedResults.Problem(
        detail: refusal.In(CultureInfo.CurrentUICulture.Name),
        statusCode: refusal.Status,
        title: Title(refusal.Status),
        type: $"urn:cityloom:refusal:{refusal.Code}",
        extensions: [new("code", refusal.Code)]);

    /// <summary>The value as 200 with a body, or the refusal as a problem.</summary>
    public static Results<Ok<T>, ProblemHttpResult> OkOr<T>(this Outcome<T> outcome) =>
        outcome.Is(out var value, out var refusal) ? TypedResults.Ok(value) : Of(refusal);

    private static string Title(int status) => status switch
    {
        400 => "Bad request",
        401 => "Not signed in",
        403 => "Not allowed",
        404 => "Not found",
        409 => "Conflict",
        429 => "Too many requests",
        _ => "Not possible",
    };
}
