using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using Microsoft.AspNetCore.Http;
using CityLoom.Kernel.Web;

namespace CityLoom.Requests.Open311;

/// <summary>Whom a key stands for, and which city is meant.</summary>
internal static class Access
{
    private static readonly Role[] May = [Role.Intake, Role.Dispatcher, Role.Supervisor, Role.Handler];

    /// <summary>The account of a key that may make requests; a key in the header serves as well.</summary>
    public static async Task<Outcome<SignedIn>> OfAsync(string? key, HttpContext http, SignedInCache accounts)
    {
        if (key is null && http.SignedIn() is null)
        {
            return Refusals.KeyMissing;
        }

        var who = key is null ? http.SignedIn() : await accounts.ByKeyAsync(key).ConfigureAwait(false);
        return who is not null && who.Grants.Any(g => May.Contains(g.Role)) ? who : Refusals.KeyWrong;
    }

    /// <summary>Why the jurisdiction named is not ours; null when it is or none is named. Ours goes by the code or the name of the city.</summary>
    public static Refusal? Refuse(string? jurisdiction, CityContext city) =>
        jurisdiction is null || city.Territories.Roots.Any(t => t.Code == jurisdiction || t.Name == jurisdiction) ? null : Refusals.Jurisdiction(jurisdiction);
}
