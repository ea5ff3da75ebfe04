using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Requests.Open311;

/// <summary>The form that is asked for: the ending of the address; without one what the client accepts, and XML when it does not say.</summary>
internal static class Format
{
    public const string Json = "json";
    public const string Xml = "xml";

    /// <summary>The ending of an address that leads nowhere, so that even its fault comes in the form that was asked for.</summary>
    private static string? EndingOf(string? rest) =>
        rest is null ? null : rest.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Json : rest.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? Xml : null;

    /// <summary>The form; null when the ending is none of ours.</summary>
    public static string? Of(HttpContext http)
    {
        var ending = (http.GetRouteValue("format") ?? EndingOf(http.GetRouteValue("rest") as string)) as string;
        ending = ending?.ToLowerInvariant();
        return ending switch
        {
            Json or Xml => ending,
            null or "" => http.Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase) ? Json : Xml,
            _ => null,
        };
    }
}
