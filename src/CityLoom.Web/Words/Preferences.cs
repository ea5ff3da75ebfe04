using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CityLoom.Web.Words;

/// <summary>What a reader chose to see: the language (<c>?lang=</c>, cookie, Accept-Language, Chinese) and the theme.</summary>
public sealed record Preferences(Language Language, string? Theme)
{
    private const string LanguageCookie = "lang";
    private const string ThemeCookie = "theme";

    /// <summary>Reads the preferences of a request; without one, Chinese and the system's theme.</summary>
    public static Preferences Of(HttpContext? context) => context is null
        ? new Preferences(Language.Chinese, null)
        : new Preferences(
            Languages.Parse(context.Request.Query[LanguageCookie])
                ?? Languages.Parse(context.Request.Cookies[LanguageCookie])
                ?? Accepted(context.Request)
                ?? Language.Chinese,
            ThemeOf(context.Request.Query[ThemeCookie]) ?? ThemeOf(context.Request.Cookies[ThemeCookie]));

    /// <summary>
    /// Remembers <c>?lang=</c> and <c>?theme=</c> of a page's address in cookies for a year and redirects to the address
    /// without them. <c>theme=system</c> forgets the choice.
    /// </summary>
    public static async Task Remember(HttpContext context, RequestDelegate next)
    {
        // Refusals and files are written in the reader's language too.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Of(context).Language.Tag());
        var query = context.Request.Query;
        if (!HttpMethods.IsGet(context.Request.Method) || !(query.ContainsKey(LanguageCookie) || query.ContainsKey(ThemeCookie)))
        {
            await next(context);
            return;
        }

        if (Languages.Parse(query[LanguageCookie]) is { } language)
        {
            Keep(context, LanguageCookie, language.Code());
        }

        if (query.ContainsKey(ThemeCookie))
        {
            Keep(context, ThemeCookie, ThemeOf(query[ThemeCookie]));
        }

        var rest = new QueryBuilder(query.Where(q => q.Key is not (LanguageCookie or ThemeCookie)));
        context.Response.Redirect(Here(context.Request) + rest.ToQueryString());
    }

    // One slash at the start, whatever was asked for: two would lead to another host.
    private static string Here(HttpRequest request) =>
        "/" + (request.PathBase + request.Path).ToUriComponent().TrimStart('/', '\\');

    private static string? ThemeOf(string? theme) => theme is "light" or "dark" ? theme : null;

    private static Language? Accepted(HttpRequest request) => request.Headers.AcceptLanguage.Count == 0 ? null : request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(a => a.Quality ?? 1)
        .Select(a => Languages.Parse(a.Value.Value))
        .FirstOrDefault(l => l is not null);

    private static void Keep(HttpContext context, string name, string? value)
    {
        var kept = new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true,
        };
        if (value is null)
        {
            context.Response.Cookies.Delete(name, kept);
        }
        else
        {
            context.Response.Cookies.Append(name, value, kept);
        }
    }
}
