using System.Globalization;
using System.Security.Claims;
using CityLoom.Kernel.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CityLoom.Kernel.Web;

/// <summary>Sessions of people, in the framework's own encrypted cookie; they end when the account's stamp changes.</summary>
public static class Sessions
{
    private const string StampClaim = "stamp";

    /// <summary>Registers sign-in by cookie for people and by key for programs.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<SignedInCache>().AddSingleton<SignIn>().AddSingleton<OwnAccount>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Configure);
        return services;
    }

    /// <summary>
    /// Finds out who asks: a program by the key in its header, a person by their cookie. A header counts alone, so that nothing a
    /// browser sends along makes a program of it.
    /// </summary>
    public static IApplicationBuilder UseSessions(this IApplicationBuilder app)
    {
        // The host adds the middleware by itself unless it was added to this pipeline, not to a branch of it.
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseWhen(c => c.Request.Headers.Authorization.Count == 0, people => people.UseAuthentication());
        return app.Use(KeySignIn.Run);
    }

    /// <summary>Begins a session.</summary>
    public static Task BeginAsync(HttpContext context, Account account) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        Principal(account.Id, account.SecurityStamp, CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Ends the session of this browser.</summary>
    public static Task EndAsync(HttpContext context) => context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    internal static ClaimsPrincipal Principal(long account, string stamp, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, account.ToString(CultureInfo.InvariantCulture)), new(StampClaim, stamp)], scheme));

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "cityloom";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var cache = context.HttpContext.RequestServices.GetRequiredService<SignedInCache>();
        var id = long.Parse(context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        if (await cache.BySessionAsync(id, context.Principal!.FindFirstValue(StampClaim)!).ConfigureAwait(false) is { } who)
        {
            SignedInFeature.Set(context.HttpContext, who);
        }
        else
        {
            context.RejectPrincipal();
        }
    }
}
