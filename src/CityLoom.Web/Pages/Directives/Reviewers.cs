using CityLoom.Kernel.Accounts;

namespace CityLoom.Web.Pages.Directives;

/// <summary>Who is shown the acts of importing, reviewing and publishing; the access table decides who may.</summary>
internal static class Reviewers
{
    /// <summary>True for supervision and dispatch.</summary>
    public static bool Reviews(this SignedIn? who) => who is not null && (who.Is(Role.Supervisor) || who.Is(Role.Dispatcher));
}
