using System.Security.Claims;
using System.Text.Encodings.Web;
using CityLoom.Kernel.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CityLoom.Kernel.Web;

/// <summary>Signs programs in by <c>Authorization: Bearer KEY</c>; no cookie, so nothing that another site could ride on.</summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SignedInCache cache)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return AuthenticateResult.NoResult();
        }

        if (await cache.ByKeyAsync(header["Bearer ".Length..].Trim()) is not { } who)
        {
            return AuthenticateResult.Fail("The key is unknown or was revoked.");
        }

        SignedInFeature.Set(Context, who);
        return AuthenticateResult.Success(new AuthenticationTicket(Sessions.Principal(who.Account, "", SchemeName), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Problems.Of(AccessGate.NotSignedIn).ExecuteAsync(Context);
}
