using CityLoom.City.Calendar;
using CityLoom.City.Organizations;
using CityLoom.Kernel.Accounts;

namespace CityLoom.City.Matters;

/// <summary>What an act is judged by: who, when, the tree of organizations, working time. Everything is passed in.</summary>
/// <param name="By">Who acts; null for the system.</param>
/// <param name="Now">The instant, UTC.</param>
/// <param name="Tree">The tree of organizations.</param>
/// <param name="Time">The city's working time.</param>
public sealed record ActContext(SignedIn? By, DateTimeOffset Now, OrganizationTree Tree, WorkingTime Time)
{
    /// <summary>Grants of the actor that may touch this matter's territory.</summary>
    internal IEnumerable<Grant> GrantsFor(Matter matter) => By is null
        ? []
        : By.Grants.Where(g => g.Territory is null || Array.IndexOf(matter.Place.Split('/'), g.Territory) >= 0);
}
