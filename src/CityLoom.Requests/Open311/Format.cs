using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Requests.Open311;

/// <summary>The form that is asked for: the ending of the address; without one what the client accepts, and XML when it does not say.</summary>
internal static class Format
{
    public const string Json = "json";
    public const string Xml = "xml";

    /// <summary>The form; null when the ending is none of ours.</summary>
    public static string? Of(HttpContext http)
    {
        var ending = (http.GetRouteValue("format") as string)?.ToLowerInvariant();
        return ending switch
        {
            Json or Xml => ending,
            null or "" => http.Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase) ? Json : Xml,
            _ => null,
        };
    }
}
