using CityLoom.City.Organizations;
using CityLoom.Kernel.Accounts;

namespace CityLoom.Directives.Review;

/// <summary>Who decides about a directive: supervisors and dispatchers of the desk that keeps it, and those above it.</summary>
internal static class Reviewers
{
    /// <summary>True when this person may review and publish what the organization keeps.</summary>
    public static bool May(SignedIn by, string organization, OrganizationTree tree) =>
        by.Grants.Any(g => g.Role is Role.Supervisor or Role.Dispatcher && tree.Within(organization, g.Organization));
}
