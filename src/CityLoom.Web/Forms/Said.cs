using CityLoom.Kernel;
using CityLoom.Web.Parts;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Web.Forms;

/// <summary>What the next page says once about what just happened, carried over the redirect in a short-lived cookie.</summary>
public sealed record Said(Light Light, string Words)
{
    private const string Cookie = "cityloom-said";

    /// <summary>Redirects to a page that will say it is done.</summary>
    public static IResult Done(HttpContext http, string path, string words) => Go(http, path, new Said(Light.Green, words));

    /// <summary>Redirects to a page that will say why it was refused.</summary>
    public static IResult Refused(HttpContext http, string path, Refusal refusal) =>
        Go(http, path, new Said(Light.Red, refusal.In(Preferences.Of(http).Language.Tag())));

    /// <summary>What was said, and forgets it; null when nothing was.</summary>
    public static Said? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 2 } value || !Enum.TryParse<Light>(value.Split('|')[0], out var light))
        {
            return null;
        }

        if (!http.Response.HasStarted)
        {
            http.Response.Cookies.Delete(Cookie);
        }

        return new Said(light, Uri.UnescapeDataString(value[(value.IndexOf('|', StringComparison.Ordinal) + 1)..]));
    }

    private static IResult Go(HttpContext http, string path, Said said)
    {
        http.Response.Cookies.Append(
            Cookie,
            $"{said.Light}|{Uri.EscapeDataString(said.Words)}",
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromMinutes(1), IsEssential = true });
        return Results.LocalRedirect(path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) ? path : "/");
    }
}
