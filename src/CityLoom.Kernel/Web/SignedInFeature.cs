using CityLoom.Kernel.Accounts;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Kernel.Web;

/// <summary>Who is signed in, resolved once per request.</summary>
public static class SignedInFeature
{
    private static readonly object Key = new();

    /// <summary>Who is signed in; null for a visitor.</summary>
    public static SignedIn? SignedIn(this HttpContext context) => context.Items.TryGetValue(Key, out var value) ? (SignedIn?)value : null;

    /// <summary>Who is signed in, on an endpoint to which the access table lets no visitor.</summary>
    public static SignedIn RequiredSignedIn(this HttpContext context) =>
        context.SignedIn() ?? throw new InvalidOperationException("An endpoint for staff was reached without signing in.");

    internal static void Set(HttpContext context, SignedIn who) => context.Items[Key] = who;
}
