using System.Globalization;
using System.Security.Claims;
using CityLoom.Kernel.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CityLoom.Kernel.Web;

/// <summary>Sessions of people, in the framework's own encrypted cookie; they end when the account's stamp changes.</summary>
public static class Sessions
{
    private const string Either = "CityLoom";
    private const string StampClaim = "stamp";

    /// <summary>Registers sign-in by cookie for people and by key for programs.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<SignedInCache>().AddSingleton<SignIn>().AddSingleton<OwnAccount>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = c =>
                c.Request.Headers.Authorization.Count > 0 ? KeyAuthentication.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddCookie(Configure);
        return services;
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
